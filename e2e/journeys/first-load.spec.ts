import { makeProject, plan, planItem, planPhase } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

test("scripts and styles come compressed beforehand, and are kept for good", async ({ stranger }) => {
  const { page } = await stranger();
  const files: Record<string, string>[] = [];
  page.on("response", (response) => {
    if (/\.(?:js|css)$/.test(response.url())) files.push(response.headers());
  });
  await page.goto("/sign-in", { waitUntil: "load" });
  expect(files.length).toBeGreaterThan(3);
  for (const headers of files)
    expect(headers).toMatchObject({
      "content-encoding": "br",
      // Next sends what it compresses itself in pieces of unsaid length.
      "content-length": expect.stringMatching(/^\d+$/),
      "cache-control": expect.stringContaining("immutable"),
    });
});

test("a page is laid out with one font file, and fetches those of other scripts when its words need them", async ({
  person,
}) => {
  const { actor, page } = await person("Ana", "ADMIN");
  const pathOf = async (...titles: string[]) => {
    const items = titles.map((title) => planItem(title));
    return `/projects/${(await makeProject(actor, plan([planPhase("Alpha", items)]))).slug}/phases/alpha`;
  };
  const fetched = new Set<string | undefined>();
  page.on("request", (request) => {
    if (request.resourceType() === "font") fetched.add(/inter-[a-z-]+/.exec(request.url())?.[0]);
  });

  await page.goto(await pathOf("Rotate the keys · 5 − 2 – done…"));
  // The family that text is looked for in first has this one face, so that no other one has to be asked for.
  const first = await page.evaluate(async () => {
    await document.fonts.ready;
    const bare = (family: string) => family.replaceAll('"', "").trim();
    const [name = ""] = getComputedStyle(document.body).fontFamily.split(",");
    return [...document.fonts]
      .filter(({ family }) => bare(family) === bare(name))
      .map(({ status, unicodeRange }) => ({ status, unicodeRange }));
  });
  expect(first).toEqual([{ status: "loaded", unicodeRange: "U+0-10FFFF" }]);
  expect([...fetched]).toEqual(["inter-latin-wght-normal"]);

  await page.goto(await pathOf("Проверить ключи", "Łukasz", "Ελληνικά"));
  const scripts = ["cyrillic", "greek", "latin", "latin-ext"];
  await expect
    .poll(() => [...fetched].sort())
    .toEqual(scripts.map((script) => `inter-${script}-wght-normal`).sort());
});
