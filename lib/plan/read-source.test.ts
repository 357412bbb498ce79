import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { PLAN_MAX_BYTES } from "@/lib/domain/plan-size";
import { runs } from "@/prisma/factories/runs";
import { repairMojibake, WINDOWS_1252_UPPER } from "./mojibake";
import { readSource } from "./read-source";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readSource(bytes(text));

/** UTF-8 bytes shown as the characters of a code page, as a careless program would. */
function misread(text: string, upper: (byte: number) => string): string {
  return [...bytes(text)].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : upper(byte))).join("");
}
const windows1252 = (byte: number) =>
  byte < 0xa0 ? (WINDOWS_1252_UPPER[byte - 0x80] ?? "") : String.fromCharCode(byte);
const turkish = (byte: number) =>
  ({ 208: "Ğ", 221: "İ", 222: "Ş", 240: "ğ", 253: "ı", 254: "ş" })[byte] ?? windows1252(byte);

const PLAN = "## 🎯 Ready → “go” — ✅ done, 20 °C, façade";

describe("readSource", () => {
  it("drops a byte order mark and settles line ends", () => {
    expect(read("\ufeff# A\r\nb\rc").text).toBe("# A\nb\nc");
  });

  it("reads UTF-16 with and without a mark", () => {
    const wide = (text: string) =>
      Uint8Array.from(text.split("").flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));
    expect(readSource(wide("\ufeff# Plan ü")).text).toBe("# Plan ü");
    expect(readSource(wide("# Plan of Action")).text).toBe("# Plan of Action");
  });

  it("reads Windows-1252 where the bytes are not UTF-8, and says so", () => {
    const source = readSource(Uint8Array.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94]));
    expect(source.text).toBe("“café”");
    expect(source.notes[0]?.text).toContain("Windows-1252");
  });

  it("keeps good UTF-8 with one bad byte readable", () => {
    const source = readSource(Uint8Array.from([...bytes("ğüşöç— naïve 上线"), 0xff]));
    expect(source.text).toBe("ğüşöç— naïve 上线");
  });

  it.each([
    ["nothing readable", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
    ["a PDF", bytes("%PDF-1.7 stream")],
  ])("refuses %s", (_, binary) => {
    expect(() => readSource(binary)).toThrow(expect.objectContaining({ code: "INVALID" }));
  });

  it("refuses what is too large", () => {
    expect(() => readSource(new Uint8Array(PLAN_MAX_BYTES + 1))).toThrow(
      expect.objectContaining({ code: "TOO_LARGE" }),
    );
  });

  it.each([
    ["Windows-1252", misread(PLAN, windows1252)],
    ["Windows-1254", misread(PLAN, turkish)],
    ["Mac Roman", "## \uf8ffüéØ Ready ‚Üí ‚Äúgo‚Äù ‚Äî ‚úÖ done, 20 ¬∞C, fa√ßade"],
    ["Windows-1252 twice", misread(misread(PLAN, windows1252), windows1252)],
  ])("repairs UTF-8 once read as %s", (name, damaged) => {
    const source = read(damaged);
    expect(source.text).toBe(PLAN);
    expect(source.notes[0]?.text).toContain(name.split(" twice")[0]);
  });

  it("leaves out a symbol that lost a byte and says how many", () => {
    const repair = repairMojibake("## âœ… Done\n## ğŸ“ Notes\n- 95â†’100");
    expect(repair.text).toBe("## ✅ Done\n## Notes\n- 95→100");
    expect(repair.note).toContain("1 had lost a byte");
  });

  it.each([
    "برنامهٔ انتشار: می‌خواهیم ۹۹٪ پایداری",
    "发布计划：第一阶段 —— 内部测试",
    "リリース計画「第1段階」",
    "출시 계획: 1단계",
    "План запуска — этап 1: «проверка»",
    "L’état d’avancement : « préparé » — œuvre, 5 €",
    "FRANÇ… «É» Ñ» Ünïcödé ½ ± § ©",
    "ŞİĞ dağıtım planı — aşama 1 ✅",
    "שלב 1: בדיקות",
    "Quoting damage: “âœ…” stands for ✅",
  ])("passes %j through unchanged", (text) => {
    expect(read(text)).toEqual({ text, notes: [] });
  });

  it("reads any bytes or refuses them properly", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (input) => {
        try {
          expect(readSource(input).text).not.toContain("\r");
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      runs(100),
    );
  });
});

it("keeps no token of a known form, and says on which line it stood", () => {
  const token = `ghp${"_"}${"a1B2c3D4e5".repeat(4)}`;
  const { text, notes } = readSource(new TextEncoder().encode(`# Plan\r\n\r\n- [ ] Use ${token}\r\n`));
  expect(text).toBe("# Plan\n\n- [ ] Use [removed]\n");
  expect(notes).toEqual([{ line: 3, text: expect.stringContaining("replaced by [removed]") }]);
  expect(JSON.stringify(notes)).not.toContain(token);
});
