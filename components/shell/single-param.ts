/** A parameter of the address that stands in it once; anything else counts as not given. */
export const singleParam = (value: string | string[] | undefined): string | null =>
  typeof value === "string" ? value : null;
