/** What a repair gives back: the readable text and one sentence for the person, or the text untouched and no sentence. */
interface Repair {
  text: string;
  note: string | null;
}

interface CodePage {
  name: string;
  byteOf: ReadonlyMap<string, number>;
}

/** What Windows-1252 holds at 0x80 to 0x9F; readers pass the five bytes it does not use through as controls. */
export const WINDOWS_1252_UPPER =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

const MAC_ROMAN_UPPER =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ" +
  "–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/** The six places where Windows-1254 (Turkish) differs from 1252. */
const TURKISH: ReadonlyArray<[string, number]> = [
  ["Ğ", 0xd0],
  ["İ", 0xdd],
  ["Ş", 0xde],
  ["ğ", 0xf0],
  ["ı", 0xfd],
  ["ş", 0xfe],
];

function windows(turkish: boolean): Map<string, number> {
  const byteOf = new Map<string, number>();
  [...WINDOWS_1252_UPPER].forEach((char, index) => {
    byteOf.set(char, 0x80 + index);
  });
  for (let byte = 0x80; byte <= 0xff; byte++) {
    // Readers that know no character for 0x81, 0x8d... pass the control character through.
    const char = String.fromCharCode(byte);
    if (!byteOf.has(char)) byteOf.set(char, byte);
  }
  if (turkish) {
    for (const [char, byte] of TURKISH) {
      byteOf.delete(String.fromCharCode(byte));
      byteOf.set(char, byte);
    }
  }
  return byteOf;
}

const CODE_PAGES: readonly CodePage[] = [
  { name: "Windows-1252", byteOf: windows(false) },
  { name: "Windows-1254", byteOf: windows(true) },
  {
    name: "Mac Roman",
    byteOf: new Map([...MAC_ROMAN_UPPER].map((char, index) => [char, 0x80 + index])),
  },
];

/** Characters that stand alone in ordinary writing: Latin and Greek letters, punctuation, symbols, emoji. */
const STANDS_ALONE =
  /^(?:[\u00a0-\u017f\u1e00-\u1eff\u0370-\u03ff\u2000-\u2bff\u3000-\u303f\uff00-\uffef\u{1f000}-\u{1faff}]|\ufe0f|\ufeff)$/u;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

interface Decoded {
  text: string;
  sound: number;
  damaged: number;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/** Decodes one run of misread bytes. A symbol that lost a byte on the way is dropped and counted; anything else refuses. */
function decodeRun(bytes: readonly number[]): Decoded | null {
  let text = "";
  let sound = 0;
  let damaged = 0;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    let end = at + 1;
    while (end < at + length && isContinuation(bytes[end])) end++;
    if (length === 0) return null;
    if (end - at === length) {
      try {
        text += decoder.decode(Uint8Array.from(bytes.slice(at, end)));
      } catch {
        return null;
      }
      sound++;
    } else {
      // Only symbols and emoji (E2 xx, F0 9F) are known to lose a byte; a letter would be a wrong guess.
      const symbol = (lead === 0xe2 || (lead === 0xf0 && bytes[at + 1] === 0x9f)) && end - at >= 2;
      if (!symbol) return null;
      damaged++;
    }
    at = end;
  }
  const letters = [...text];
  const plausible = letters.every((char) => STANDS_ALONE.test(char)) || letters.length > 1;
  return plausible ? { text, sound, damaged } : null;
}

function undo(text: string, page: CodePage): Decoded | null {
  let sound = 0;
  let damaged = 0;
  let refused = false;
  const repaired = text.replace(/[^\0-\x7f]+ ?/g, (match) => {
    if (refused) return match;
    const space = match.endsWith(" ") ? " " : "";
    const bytes: number[] = [];
    for (const char of space ? match.slice(0, -1) : match) {
      const byte = page.byteOf.get(char);
      if (byte === undefined) {
        refused = true;
        return match;
      }
      bytes.push(byte);
    }
    const run = decodeRun(bytes);
    if (!run) {
      refused = true;
      return match;
    }
    sound += run.sound;
    damaged += run.damaged;
    return run.text === "" ? "" : run.text + space;
  });
  return refused || sound <= damaged ? null : { text: repaired, sound, damaged };
}

/**
 * Undoes "UTF-8 once read as another code page", up to three times over.
 * In: any text. Out: the repaired text with a sentence saying what was done, or the same text and null.
 * A repair is taken only where every non-ASCII character of the whole text takes part in it, so that
 * writing which merely looks odd (French quotes, a quoted example of damage) is never touched.
 */
export function repairMojibake(text: string): Repair {
  let current = text;
  let characters = 0;
  let damaged = 0;
  const pages = new Set<string>();
  for (let round = 0; round < 3 && /[^\0-\x7f]/.test(current); round++) {
    const before = current;
    for (const page of CODE_PAGES) {
      const result = undo(before, page);
      if (!result) continue;
      current = result.text;
      characters = Math.max(characters, result.sound);
      damaged += result.damaged;
      pages.add(page.name);
      break;
    }
    if (current === before) break;
  }
  if (pages.size === 0) return { text, note: null };
  const lost =
    damaged > 0 ? ` ${damaged} had lost a byte and could not be recovered; they were left out.` : "";
  return {
    text: current,
    note: `The text was UTF-8 once read as ${[...pages].join(" and ")}: ${characters} characters were repaired.${lost}`,
  };
}
