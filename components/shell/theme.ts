export const THEMES = [
  { value: "system", label: "Like the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;
export type Theme = (typeof THEMES)[number]["value"];

export const themeOf = (cookie: string | undefined): Theme =>
  THEMES.find((theme) => theme.value === cookie)?.value ?? "system";
