import type { Plan, PlanItem } from "@/lib/schemas/plan";
import { API_DEPRECATION } from "./template/api-deprecation/plan";
import { AUDIT_GRADE } from "./template/audit-grade/plan";
import { DATABASE_MIGRATION } from "./template/database-migration/plan";
import { LAUNCH_DAY } from "./template/launch-day/plan";
import { MOCK_TO_PRODUCTION } from "./template/mock-to-production/plan";
import { PHASED_ROLLOUT } from "./template/phased-rollout/plan";
import { SIX_WEEKS } from "./template/six-weeks/plan";
import { TWELVE_PHASES } from "./template/twelve-phases/plan";

/** A plan to begin with, before it has a project. */
export interface BuiltInTemplate {
  key: string;
  title: string;
  /** one sentence: for whom it is */
  summary: string;
  plan: Plan;
}

const builtIn = (key: string, summary: string, plan: Plan): BuiltInTemplate => ({
  key,
  title: plan.title,
  summary,
  plan,
});

/** Templates that come with the product, the plainest first. A key stands in addresses and never changes. */
export const TEMPLATES: readonly BuiltInTemplate[] = [
  builtIn("phased-rollout", "Alpha, Beta and Launch for whatever you are rolling out.", PHASED_ROLLOUT),
  builtIn(
    "mock-to-production",
    "From mocked services and made-up data to the real thing, by widening circles of people.",
    MOCK_TO_PRODUCTION,
  ),
  builtIn(
    "six-weeks",
    "From largely written to 1.0: integrate, run it in production, polish and open.",
    SIX_WEEKS,
  ),
  builtIn(
    "twelve-phases",
    "Everything an application needs before production, in order of priority, week by week.",
    TWELVE_PHASES,
  ),
  builtIn(
    "audit-grade",
    "Backups, alerts and access that stand up to an audit, with proof of each.",
    AUDIT_GRADE,
  ),
  builtIn(
    "launch",
    "Go-live day: what must be true before it, the day by the hour, the week after.",
    LAUNCH_DAY,
  ),
  builtIn(
    "database-migration",
    "Expand, migrate, contract: change a schema or a store while people keep working.",
    DATABASE_MIGRATION,
  ),
  builtIn(
    "api-deprecation",
    "Announce, brown out and remove an interface by its remaining use.",
    API_DEPRECATION,
  ),
];

/** @returns null when no template that comes with the product has this key */
export const builtInTemplate = (key: string): BuiltInTemplate | null =>
  TEMPLATES.find((template) => template.key === key) ?? null;

const countItems = (items: readonly PlanItem[]): number =>
  items.reduce((sum, { subItems }) => sum + 1 + countItems(subItems), 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** How much a plan holds; sub-items count as items, the project's own criteria as criteria. */
export const planCounts = ({ phases, criteria, environments, secrets, risks }: Plan) => ({
  phases: phases.length,
  items: sum(phases.flatMap(({ sections }) => sections.map(({ items }) => countItems(items)))),
  criteria: criteria.length + sum(phases.map((phase) => phase.criteria.length)),
  signOffRules: sum(phases.map(({ signOffRules }) => signOffRules.length)),
  environments: environments?.columns.length ?? 0,
  secrets: secrets.length,
  risks: risks.length,
});

export type PlanCounts = ReturnType<typeof planCounts>;
