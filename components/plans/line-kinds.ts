/** The importer's own names are plain words; these read better in a narrow column, and prose needs none. */
const WORDS: Record<string, string> = {
  acceptance: "test",
  detail: "details",
  divider: "",
  environment: "environments",
  text: "",
  unplaced: "not read",
};

/** What a line was read as, in a word. */
export const kindWord = (kind: string): string => WORDS[kind] ?? kind;
