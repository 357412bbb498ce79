const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

interface Held {
  phases: number;
  items: number;
  criteria: number;
  signOffRules?: number;
  environments?: number;
  secrets?: number;
  risks?: number;
}

/** "3 phases", "26 items", "12 criteria": what a template holds, without what it has none of. */
export function heldInWords({ phases, items, criteria, signOffRules, environments, secrets, risks }: Held) {
  const more: [number | undefined, string, string][] = [
    [signOffRules, "sign-off rule", "sign-off rules"],
    [environments, "environment", "environments"],
    [secrets, "secret", "secrets"],
    [risks, "risk", "risks"],
  ];
  return [
    counted(phases, "phase", "phases"),
    counted(items, "item", "items"),
    counted(criteria, "criterion", "criteria"),
    ...more.flatMap(([count, one, many]) => (count ? [counted(count, one, many)] : [])),
  ];
}
