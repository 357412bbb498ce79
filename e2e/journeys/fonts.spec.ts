import { makeProject, plan, planItem, planPhase } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

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
