import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, it } from "vitest";
import { callApi, makeToken } from "@/prisma/factories/api";
import { makeGateScene } from "@/prisma/factories/gate";
import { plan, planCriterion, planItem, planPhase } from "@/prisma/factories/project";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";

useTestDatabase();

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

/** The file as a reader sees it: its text without line breaks, its pages, what it says of itself. */
async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf, { mergePages: true });
  const { info } = await getMeta(pdf);
  return { text: text.replaceAll(/\s+/g, " "), pages: pdf.numPages, info };
}

const ODD = "Sağlık kontrolü ✓ Привет, Ελλάδα, Việt Nam ≥ 95% → 東";

const odd = () =>
  plan([
    planPhase("Alpha", [planItem("Rotate the keys", { level: "MUST" }), planItem(ODD)], {
      criteria: [planCriterion("95% of tests pass", { comparator: ">=", target: 95, unit: "%" })],
      signOffRules: [{ name: "Engineering", minimum: 1 }],
    }),
    planPhase("Beta", [planItem("Invite customers")]),
  ]);

describe("GET …/report.pdf", () => {
  it("gives a reader the rail, the score with its losses, criteria, sign-offs and decisions", async () => {
    const scene = await makeGateScene(odd());
    await scene.set(scene.chidi, "Rotate the keys", "DONE");
    await scene.measure(scene.chidi, 97);
    await scene.sign(scene.ben, "alpha", { comment: "Gördüm ✓" });
    await scene.review(scene.ben);
    await scene.decide(scene.mara, { outcome: "HOLD", reason: "Ждём аудит." });
    const reader = await makeToken(scene.ana, { role: "VIEWER" });
    const response = await callApi(
      reader,
      "GET",
      `/projects/${scene.slug}/phases/alpha/report.pdf?zone=Europe/Istanbul`,
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(
        /attachment; filename="[\w-]+-alpha-\d{4}-\d\d-\d\d\.pdf"/,
      ),
      "x-content-type-options": "nosniff",
    });
    const { text, info, pages } = await readPdf(await bytesOf(response));
    for (const words of [
      "Readiness report: Alpha",
      ODD.replace("東", "□"),
      "A box (□) stands for",
      "of 100; the gate asks for 80.",
      "1 of 2 items done, 1 of 1 criterion met.",
      "100 less what was lost",
      "97%",
      "Engineering",
      "Ben,",
      "“Gördüm ✓”",
      "Hold",
      "Ждём аудит.",
      "Europe/Istanbul",
      "UTC)",
      `Page 1 of ${pages}`,
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/sealed [0-9a-f]{64}/);
    expect(info).toMatchObject({
      Title: expect.stringContaining("Readiness report of Alpha"),
      Language: "en",
    });
  });

  it("writes a thousand losses in turns, so that others are answered meanwhile", async () => {
    const titles = Array.from({ length: 1_050 }, (_, n) =>
      planItem(`Check ${n} of the çok long list of checks`),
    );
    const stage = await makeStage(plan([planPhase("Alpha", titles)]));
    const token = await makeToken(stage.people.member);
    const path = `/projects/${stage.slug}/phases/alpha/report.pdf`;
    await callApi(token, "GET", path);
    let turns = 0;
    const pulse = setInterval(() => {
      turns += 1;
    }, 1);
    const began = performance.now();
    const response = await callApi(token, "GET", path);
    const bytes = await bytesOf(response);
    const took = performance.now() - began;
    clearInterval(pulse);
    const { text, pages } = await readPdf(bytes);
    expect(pages).toBeGreaterThan(20);
    expect(text).toContain("and 50 more, which the pages of the product show");
    expect(text).toContain(`Page ${pages} of ${pages}`);
    expect(took).toBeLessThan(8_000);
    expect(turns).toBeGreaterThan(20);
  });

  it("refuses a zone that is none, a phase that is none, a stranger and nobody", async () => {
    const stage = await makeStage();
    const token = await makeToken(stage.people.member);
    const path = `/projects/${stage.slug}/phases/alpha/report.pdf`;
    const status = async (as: string | null, address: string) => (await callApi(as, "GET", address)).status;
    expect(await status(token, `${path}?zone=Mars/Base`)).toBe(400);
    expect(await status(token, path.replace("alpha", "omega"))).toBe(404);
    expect(await status(await makeToken(stage.people.outsider), path)).toBe(404);
    expect(await status(null, path)).toBe(401);
  });
});
