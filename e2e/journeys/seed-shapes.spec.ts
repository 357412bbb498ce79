import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { expect, type Person, test } from "../fixtures";
import {
  callFrom,
  clearBlockers,
  measure,
  meeting,
  openItems,
  type Phase,
  phaseKeys,
  readPhase,
} from "./plan-work";

// A document of each shape that the product was made for, from its import to its last gate and out again.

const DOCUMENTS: [shape: string, file: string, phases: number][] = [
  ["a readiness report and a transition in one file", "readiness-and-transition.md", 4],
  ["a transition in three phases", "transition-plan.md", 3],
  ["a summary of what was implemented", "implementation-summary.md", 1],
  ["weeks and days with secrets, metrics and risks", "strategic-plan.md", 3],
  ["a guide in twelve phases with a deployment checklist", "readiness-guide.md", 13],
];

interface People {
  /** imports and decides */
  ana: Person;
  /** work and sign: a rule each */
  crew: [Person, Person, Person];
}

/** Gives the address of the project. */
async function importByHand(page: Page, text: string): Promise<string> {
  await page.goto("/projects/new?start=import");
  await page.getByRole("textbox", { name: "The plan" }).fill(text);
  await page.getByRole("button", { name: "Show what is understood" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check what was understood");
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page).toHaveURL(/\/projects\/[^/]+\/phases\//);
  return /projects\/([^/]+)/.exec(page.url())?.[1] ?? "";
}

/** A box and a measurement as a person does them, where the phase has one. */
async function workByHand(page: Page, address: string, phase: Phase): Promise<void> {
  await page.goto(address);
  const [item] = openItems(phase);
  if (item && phase.sections.some(({ items }) => items.includes(item))) {
    await page.getByRole("checkbox", { name: item.title, exact: true }).check();
    await expect(page.getByRole("checkbox", { name: item.title, exact: true })).toBeChecked();
  }
  const criterion = phase.criteria.find(({ comparator }) => comparator !== null);
  if (criterion) {
    await page.goto(`${address}?tab=criteria`);
    await page.getByRole("button", { name: `Record a measurement: ${criterion.text}` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/^Value/).fill(String(meeting(criterion)));
    await dialog.getByRole("button", { name: "Record" }).click();
    await expect(dialog).toBeHidden();
  }
}

async function signByHand(page: Page, address: string, rule: string): Promise<void> {
  await page.goto(address);
  await page
    .getByRole("region", { name: "Sign-offs", exact: true })
    .getByRole("button", { name: `Sign: ${rule}` })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

async function decideByHand(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/gate`);
  await page.getByLabel(/^Reason/).fill("Nothing stands in the way.");
  await page.getByRole("button", { name: "Decide: go" }).click();
  await expect(page.getByRole("region", { name: "Decisions" })).toContainText("Nothing stands in the way.");
}

/** From the first box to GO. */
async function passPhase({ ana, crew }: People, slug: string, key: string, isByHand: boolean): Promise<void> {
  const [ben] = crew;
  const path = `/projects/${slug}/phases/${key}`;
  const first = await readPhase(ben.page, slug, key);
  const items = openItems(first).slice(isByHand ? 1 : 0);
  await Promise.all(items.map(({ id }) => callFrom(ben.page, "PATCH", `/items/${id}`, { state: "DONE" })));
  if (isByHand) await workByHand(ben.page, path, first);
  for (const criterion of first.criteria) await measure(ben.page, criterion.id, meeting(criterion));
  await clearBlockers(ana.page, slug, await readPhase(ana.page, slug, key));
  await callFrom(ben.page, "POST", `${path}/reviews`, { note: "Before the tide." });
  for (const [index, { name: rule }] of first.signOffRules.entries()) {
    const { page } = crew[index] ?? ben;
    if (isByHand && index === 0) await signByHand(page, path, rule);
    else await callFrom(page, "POST", `${path}/sign-offs`, { rule, decision: "APPROVED" });
  }
  const { gate } = await readPhase(ana.page, slug, key);
  expect(gate.blockers).toEqual([]);
  if (isByHand) await decideByHand(ana.page, path);
  else await callFrom(ana.page, "POST", `${path}/decisions`, { outcome: "GO", reason: "All is done." });
}

const exported = async (page: Page, slug: string): Promise<Record<string, unknown>> =>
  JSON.parse(await callFrom(page, "GET", `/projects/${slug}/export?format=json`));

/** What a plan says, whatever became of it. */
const wordsOf = (plan: unknown): unknown =>
  JSON.parse(
    JSON.stringify(plan, (name, value) =>
      ["state", "checked", "minimumScore", "record"].includes(name) ? undefined : value,
    ),
  );

/** What the importer reads in a file. */
async function inspected(markdown: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "phasegate-plan-"));
  const file = join(folder, "plan.md");
  await writeFile(file, markdown);
  const product = ["--conditions=react-server", "--import", "tsx", "lib/cli/main.ts"];
  const command = [...product, "plan", "inspect", file, "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 10_000_000 });
  await rm(folder, { recursive: true });
  return JSON.parse(stdout);
}

for (const [shape, file, phases] of DOCUMENTS)
  test(`${shape} is worked to its last gate and goes out whole`, async ({ person }) => {
    const ana = await person("Ana", "MANAGER");
    const crew: People["crew"] = [
      await person("Ben", "LEAD"),
      await person("Cleo", "LEAD"),
      await person("Dan", "LEAD"),
    ];
    for (const { page } of crew) await page.goto("/my-work");
    const slug = await importByHand(ana.page, readFileSync(`e2e/plans/${file}`, "utf8"));
    const before = await exported(ana.page, slug);
    const keys = await phaseKeys(ana.page, slug);
    expect(keys).toHaveLength(phases);
    for (const [index, key] of keys.entries()) await passPhase({ ana, crew }, slug, key, index === 0);

    await ana.page.goto(`/projects/${slug}`);
    const rail = ana.page.getByRole("navigation", { name: "Phases" });
    await expect(rail.getByRole("link", { name: /gate passed/ })).toHaveCount(phases);

    const after = await exported(ana.page, slug);
    expect(wordsOf(after)).toEqual(wordsOf(before));
    expect(JSON.stringify(after)).not.toContain('"state":"OPEN"');
    const markdown = await callFrom(ana.page, "GET", `/projects/${slug}/export?format=markdown`);
    expect(await inspected(markdown)).toMatchObject(after);
  });
