/** What an attribute says, quoted or not; "" where it is missing. In: a tag, or its attributes alone. */
export function attributeOf(tag: string, name: string): string {
  const [, double, single, bare] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag) ?? [];
  return double ?? single ?? bare ?? "";
}
