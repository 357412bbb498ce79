/** Stands for a character that the fonts cannot draw. */
const LOST = "□";

/** Marks that plans use and Inter lacks, by one that says the same. */
const SAME: Record<string, string> = {
  "☐": "[ ]",
  "☑": "[x]",
  "☒": "[x]",
  "✔": "✓",
  "✅": "✓",
  "✘": "✗",
  "❌": "✗",
  "▸": "›",
  "\t": " ",
  "\u2028": "\n",
  "\u2029": "\n",
};

/** What is seen of them is what they do to their neighbours: joiners, direction marks, variation selectors. */
const UNSEEN = /[\p{Cf}\p{Variation_Selector}]/u;

export interface PdfWriter {
  /** the text as the fonts can draw it */
  say: (text: string) => string;
  /** how many characters could not be drawn */
  lost: () => number;
}

/** @param characters code points that the fonts can draw */
export function pdfWriter(characters: ReadonlySet<number>): PdfWriter {
  let lost = 0;
  const draw = (character: string): string => {
    if (character === "\n" || characters.has(character.codePointAt(0) ?? 0)) return character;
    const same = SAME[character];
    if (same !== undefined) return same;
    if (UNSEEN.test(character)) return "";
    lost += 1;
    return LOST;
  };
  return {
    say: (text) => Array.from(text.normalize("NFC"), draw).join(""),
    lost: () => lost,
  };
}
