const SIGNS = String.raw`[^\s<>"\x60，。、；：（）「」《》]`;
const ADDRESS = new RegExp(
  String.raw`(?:\b[a-z][a-z\d+.-]{0,20}:\/\/|\bwww\.|\b(?:(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,24}|localhost)(?::\d+)?[/?])${SIGNS}*(?<![.,;:!?)\]'*_])`,
  "giu",
);

/** Text without the addresses in it: their figures and signs measure nothing. */
export const withoutAddresses = (text: string): string => text.replace(ADDRESS, " ");
