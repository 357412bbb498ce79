import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { create } from "fontkit";

// The product's own typeface as pdfkit takes it, which cannot read woff2. Whole paths: the build looks for them.
const REGULAR = "node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf";
const BOLD = "node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf";

export interface PdfFonts {
  regular: Buffer;
  bold: Buffer;
  /** code points that both can draw */
  characters: ReadonlySet<number>;
}

function charactersOf(font: Buffer): number[] {
  const opened = create(font);
  return "characterSet" in opened ? opened.characterSet : [];
}

async function load(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([
    readFile(join(process.cwd(), REGULAR)),
    readFile(join(process.cwd(), BOLD)),
  ]);
  const drawn = new Set(charactersOf(bold));
  return { regular, bold, characters: new Set(charactersOf(regular).filter((point) => drawn.has(point))) };
}

let loaded: Promise<PdfFonts> | undefined;

/** The fonts, read once. @throws when the installation lacks them */
export const pdfFonts = (): Promise<PdfFonts> => {
  loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
};
