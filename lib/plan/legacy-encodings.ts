/** A text as it was decoded, and the name people know its encoding by. */
export interface Decoded {
  text: string;
  encoding: string;
}

interface Encoding {
  label: string;
  name: string;
  /** what its writing is made of */
  script: RegExp;
  /** the least share of that among everything beyond ASCII */
  share: number;
}

/**
 * Encodings of before Unicode that plans still come in. The bytes of one often decode as another, so each has to read
 * as the writing it is for; the order matters: kana tell Japanese from Chinese, syllables Korean from Chinese.
 */
const ENCODINGS: readonly Encoding[] = [
  { label: "shift_jis", name: "Shift-JIS", script: /[\u3040-\u30fa]/g, share: 0.2 },
  { label: "euc-jp", name: "EUC-JP", script: /[\u3040-\u30fa]/g, share: 0.2 },
  { label: "euc-kr", name: "EUC-KR", script: /\p{Script=Hangul}/gu, share: 0.8 },
  { label: "gb18030", name: "GB 18030", script: /[\p{Script=Han}，。：；（）、“”《》？！]/gu, share: 0.95 },
  { label: "windows-1251", name: "Windows-1251", script: /\p{Script=Cyrillic}/gu, share: 0.8 },
  { label: "koi8-r", name: "KOI8-R", script: /\p{Script=Cyrillic}/gu, share: 0.8 },
];

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Whether letters stand as people put them: not large behind small ones (Cyrillic in the wrong code page), and not
 * one by one among Latin letters (the umlauts of a German text read as Chinese).
 */
function isWriting(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const mixed = count(/[a-z](?=[^\0-\x7f])|[^\0-\x7f](?=[a-z])/gu);
  return count(/\p{Ll}\p{Lu}/gu) * 20 <= count(/\p{L}/gu) && mixed * 3 <= count(/[^\0-\x7f]/gu);
}

/** Finds out which encoding of before Unicode bytes are in that are not UTF-8. Null where none of them reads as writing. */
export function decodeLegacy(bytes: Uint8Array): Decoded | null {
  for (const { label, name, script, share } of ENCODINGS) {
    const text = decoded(bytes, label);
    const beyond = text?.match(/[^\0-\x7f]/gu)?.length ?? 0;
    // Two signs or three prove nothing.
    if (text === null || beyond < 4 || /[\ue000-\uf8ff]/.test(text)) continue;
    if ((text.match(script)?.length ?? 0) >= beyond * share && isWriting(text))
      return { text, encoding: name };
  }
  return null;
}
