import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EVIDENCE_MAX_BYTES } from "@/lib/domain/evidence-file";
import { codeOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { listEvidence, removeEvidence } from "./evidence";
import { addFileEvidence, getEvidenceFile } from "./evidence-files";

useTestDatabase();

const bytes = (text: string) => new TextEncoder().encode(text);
const PDF = bytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const PNG = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
]);

async function scene() {
  const stage = await makeStage();
  const access = await stage.open(stage.people.member, "item:work");
  const itemId = await stage.item("Rotate the keys");
  const add = (name: string, content: Uint8Array<ArrayBuffer>) =>
    addFileEvidence(access, { itemId }, { name, content });
  return { stage, access, itemId, add };
}

describe("addFileEvidence", () => {
  it("keeps a file with its hash and gives it back byte for byte", async () => {
    const { stage, access, itemId, add } = await scene();
    const { id } = await add("C:\\reports\\Prüfung.pdf", PDF);
    const sha256 = createHash("sha256").update(PDF).digest("hex");
    const file = await getEvidenceFile(access, id);
    expect(file).toMatchObject({ fileName: "Prüfung.pdf", mediaType: "application/pdf", sha256 });
    expect(Buffer.from(file.content).equals(Buffer.from(PDF))).toBe(true);
    expect(await listEvidence(access, { itemId, criterionId: null }, new Date())).toMatchObject([
      { kind: "FILE", title: "Prüfung.pdf", sizeBytes: PDF.byteLength, sha256 },
    ]);
    expect(await stage.lastData()).toEqual({
      itemId,
      phaseId: await stage.phase("Alpha"),
      kind: "FILE",
      sha256,
    });
  });

  it("keeps exactly 10 MB and no byte more", async () => {
    const { access, add } = await scene();
    const { id } = await add("big.txt", new Uint8Array(EVIDENCE_MAX_BYTES).fill(97));
    expect((await getEvidenceFile(access, id)).content.byteLength).toBe(EVIDENCE_MAX_BYTES);
    expect(await codeOf(add("bigger.txt", new Uint8Array(EVIDENCE_MAX_BYTES + 1).fill(97)))).toBe(
      "TOO_LARGE",
    );
  });

  it("tells the same contents instead of doubling them, until they are removed", async () => {
    const { stage, access, add } = await scene();
    const first = await add("a.pdf", PDF);
    expect(await add("b.pdf", PDF)).toEqual({ id: first.id, already: true });
    await removeEvidence(access, first.id);
    expect((await add("b.pdf", PDF)).already).toBe(false);
    expect(await stage.events()).toEqual(["evidence.added", "evidence.removed", "evidence.added"]);
  });

  it.each([
    ["empty", "a.txt", bytes("")],
    ["a picture named as text", "a.txt", PNG],
    ["text named as a picture", "a.png", bytes("hello")],
    ["binary named as text", "a.log", new Uint8Array([1, 2, 0, 3])],
    ["not UTF-8", "a.csv", new Uint8Array([0x66, 0xfc, 0x72])],
    ["a program", "a.exe", bytes("MZ")],
    ["without an ending", "README", bytes("hello")],
  ])("refuses what is %s, and writes nothing", async (_what, name, content) => {
    const { stage, add } = await scene();
    expect(await codeOf(add(name, content))).toBe("INVALID");
    expect(await stage.events()).toEqual([]);
  });

  it("is not reached by lesser roles, strangers or from other projects", async () => {
    const { stage, access, add } = await scene();
    const other = await scene();
    expect(await codeOf(stage.open(stage.people.viewer, "item:work"))).toBe("FORBIDDEN");
    const { id } = await add("a.pdf", PDF);
    expect(await codeOf(getEvidenceFile(other.access, id))).toBe("NOT_FOUND");
    const foreign = { itemId: other.itemId };
    expect(await codeOf(addFileEvidence(access, foreign, { name: "a.pdf", content: PDF }))).toBe("NOT_FOUND");
    expect(await codeOf(getEvidenceFile(access, NOBODY))).toBe("NOT_FOUND");
    expect(await codeOf(getEvidenceFile(access, "nonsense"))).toBe("NOT_FOUND");
    await removeEvidence(access, id);
    expect(await codeOf(getEvidenceFile(access, id))).toBe("NOT_FOUND");
    expect(await db().evidenceFile.count({ where: { evidenceId: id } })).toBe(1);
  });
});
