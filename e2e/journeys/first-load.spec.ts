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
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    const faces = [...document.fonts].filter(({ status }) => status === "loaded");
    return faces.map(({ family }) => family.replaceAll('"', ""));
  });
  expect(loaded).toEqual(["Inter Latin"]);
  expect([...fetched]).toEqual(["inter-latin-wght-normal"]);

  await page.goto(await pathOf("Проверить ключи", "Łukasz", "Ελληνικά"));
  const scripts = ["cyrillic", "greek", "latin", "latin-ext"];
  await expect
    .poll(() => [...fetched].sort())
    .toEqual(scripts.map((script) => `inter-${script}-wght-normal`).sort());
});
