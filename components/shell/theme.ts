export const THEMES = [
  { value: "system", label: "Like the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;
export type Theme = (typeof THEMES)[number]["value"];

/** @param text of the cookie, or of the document */
export const themeOf = (text: string | undefined): Theme =>
  THEMES.find((theme) => theme.value === text)?.value ?? "system";
