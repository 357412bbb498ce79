import { describe, expect, it } from "vitest";
import { checkEvidenceFile, EVIDENCE_MAX_BYTES, safeFileName } from "./evidence-file";

describe("safeFileName", () => {
  it.each([
    ["report.pdf", "report.pdf"],
    ["C:\\Users\\ana\\report.pdf", "report.pdf"],
    ["../../etc/passwd", "passwd"],
    ["..", "file"],
    ["", "file"],
    [".htaccess", "htaccess"],
    ["a\r\nSet-Cookie: x.txt", "a Set-Cookie- x.txt"],
    ["invoice\u202efdp.exe", "invoice fdp.exe"],
    ['quo"te.txt', "quo-te.txt"],
    ["Prüfbericht 📋.pdf", "Prüfbericht 📋.pdf"],
    ["تقرير.pdf", "تقرير.pdf"],
  ])("%j becomes %j", (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  it("cuts a long name and keeps its ending", () => {
    const name = safeFileName(`${"📋".repeat(300)}.pdf`);
    expect(name.length).toBeLessThanOrEqual(200);
    expect(name.endsWith(".pdf")).toBe(true);
    expect(encodeURIComponent(name)).toContain("%F0%9F%93%8B");
  });
});

describe("checkEvidenceFile", () => {
  const file = (name: string, looksLike: string | null, size = 100) => ({ name, looksLike, size });

  it.each([
    ["report.pdf", "application/pdf", "application/pdf"],
    ["REPORT.PDF", "application/pdf", "application/pdf"],
    ["run.log", "text", "text/plain"],
    ["a.docx", "application/zip", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["page.html", "text", "application/octet-stream"],
    ["drawing.svg", "application/xml", "application/octet-stream"],
  ])("keeps %s", (name, looksLike, mediaType) => {
    expect(checkEvidenceFile(file(name, looksLike))).toEqual({ ok: true, mediaType });
  });

  it.each([
    ["an empty file", file("a.txt", "text", 0), "INVALID"],
    ["one byte too many", file("a.txt", "text", EVIDENCE_MAX_BYTES + 1), "TOO_LARGE"],
    ["a program", file("setup.exe", "application/x-msdownload"), "INVALID"],
    ["a program named as text", file("notes.txt", "application/x-msdownload"), "INVALID"],
    ["binary named as text", file("notes.txt", null), "INVALID"],
    ["text named as PDF", file("a.pdf", "text"), "INVALID"],
    ["no ending", file("README", "text"), "INVALID"],
    ["the name of an object's own", file("a.constructor", "text"), "INVALID"],
  ])("refuses %s", (_what, wrong, code) => {
    expect(checkEvidenceFile(wrong)).toMatchObject({ ok: false, code });
  });

  it("keeps exactly 10 MB", () => {
    expect(checkEvidenceFile(file("a.txt", "text", EVIDENCE_MAX_BYTES)).ok).toBe(true);
  });
});
