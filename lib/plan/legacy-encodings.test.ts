import { describe, expect, it } from "vitest";
import { readSource } from "./read-source";

/** Every character an encoding has, and its bytes, found by decoding all there are. */
function encoder(label: string): (text: string) => Uint8Array {
  const bytesOf = new Map<string, number[]>();
  const decode = new TextDecoder(label, { fatal: true });
  const learn = (bytes: number[]) => {
    try {
      const char = decode.decode(Uint8Array.from(bytes));
      if ([...char].length === 1 && !bytesOf.has(char)) bytesOf.set(char, bytes);
    } catch {
      // These bytes mean nothing in this encoding.
    }
  };
  for (let lead = 0; lead < 256; lead++) learn([lead]);
  for (let lead = 0x81; lead < 256; lead++) for (let trail = 0x40; trail < 256; trail++) learn([lead, trail]);
  return (text) => Uint8Array.from([...text].flatMap((char) => bytesOf.get(char) ?? []));
}

const JAPANESE = "# 本番移行計画\n\n## フェーズ1：準備\n- [x] バックアップを取得する\n";
const CYRILLIC = "# План запуска\n\n## Этап 1: Подготовка\n- [x] Резервная копия\n";

describe("text of before Unicode", () => {
  it.each([
    ["shift_jis", "Shift-JIS", JAPANESE],
    ["euc-jp", "EUC-JP", JAPANESE],
    ["gb18030", "GB 18030", "# 上线计划\n\n## 第一阶段：内测\n- [x] 备份数据库并通知负责人\n"],
    ["euc-kr", "EUC-KR", "# 출시 계획\n\n## 1단계: 준비\n- [x] 백업을 합니다\n"],
    ["windows-1251", "Windows-1251", CYRILLIC],
    ["koi8-r", "KOI8-R", CYRILLIC],
    [
      "windows-1252",
      "Windows-1252",
      "# Plan für die Einführung\n- [ ] Prüfung über Zugänge, Größe, Änderung\n",
    ],
    ["windows-1252", "Windows-1252", "# Déploiement à l'été\n- [ ] Vérifier les accès réseau\n"],
  ])("in %s is read, and it is said", (label, name, text) => {
    expect(readSource(encoder(label)(text))).toEqual({
      text,
      notes: [{ line: 0, text: `Not UTF-8: read as ${name}.` }],
    });
  });

  it("in UTF-16 without a mark is read in any script", () => {
    const wide = Uint8Array.from(
      JAPANESE.split("").flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
    );
    expect(readSource(wide)).toEqual({ text: JAPANESE, notes: [{ line: 0, text: "Read as UTF-16." }] });
  });
});
