import { openProject, openWorkspace } from "@/lib/data/access";
import { db } from "@/lib/data/client";
import { addSection } from "@/lib/data/sections";
import { createProjectFromStart, saveTemplate } from "@/lib/data/template-writes";
import { getTemplate, listTemplates } from "@/lib/data/templates";
import { makeProject } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

test("every template is looked at before a project is made from it", async ({ person }) => {
  const { page, actor } = await person("Ana", "MANAGER");
  const access = openWorkspace(actor, "workspace:read");
  const templates = await listTemplates(access);
  await page.goto("/projects/new?start=templates");
  const shelf = page.getByRole("region", { name: "Come with Phasegate" });
  await expect(shelf.getByRole("listitem")).toHaveCount(templates.length);
  await expect(page.getByRole("region", { name: "Saved in this workspace" })).toHaveCount(0);
  for (const { key, title } of templates) {
    await shelf.getByRole("link", { name: title, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    const held = page.getByRole("region", { name: "What the template holds" });
    const { plan } = await getTemplate(access, key);
    for (const { name } of plan.phases)
      await expect(held.getByRole("heading", { name, level: 2, exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Templates" }).click();
  }
  expect(await db().project.count({ where: { workspaceId: actor.workspaceId } })).toBe(0);
  await shelf.getByRole("link", { name: "Database migration" }).click();
  await page.getByLabel("Name of the project").fill("Move the orders");
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("navigation", { name: "Phases" })).toContainText(/Expand.*Migrate.*Contract/s);
});

test("a project is saved as a template, starts another, and leaves the shelf", async ({ person }) => {
  const { page, actor } = await person("Ana", "MANAGER");
  const { slug } = await makeProject(actor);
  await page.goto(`/projects/${slug}/settings`);
  const save = page.getByRole("button", { name: "Save as a template" });
  const said = page.getByRole("region", { name: "Notifications" });
  await page.getByLabel("Name of the template").fill("Launch");
  await save.click();
  await expect(page.getByText("A template that comes with the product has this name").first()).toBeVisible();
  await page.getByLabel("Name of the template").fill("Our portals");
  await page.getByLabel("For whom it is").fill("Portals for customers.");
  await save.click();
  await expect(said).toContainText("The template stands at version 1");

  await page.goto("/projects/new?start=templates");
  const shelf = page.getByRole("region", { name: "Saved in this workspace" });
  await expect(shelf).toContainText("Portals for customers.");
  await expect(shelf).toContainText("2 phases · 5 items · 1 criterion");
  await shelf.getByRole("link", { name: "Our portals" }).click();
  await expect(page.getByRole("region", { name: "What the template holds" })).toContainText(
    "Rotate the keys",
  );
  await page.getByLabel("Name of the project").fill("Second portal");
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("checkbox", { name: "Rotate the keys" })).not.toBeChecked();

  await page.goto("/projects/new?start=templates");
  await shelf.getByRole("button", { name: "Archive Our portals" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
  await expect(shelf).toHaveCount(0);
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(shelf).toContainText("Our portals");
});

test("who may not make projects is not asked to save templates", async ({ person, workspaceId }) => {
  const { actor } = await person("Ana", "MANAGER");
  const { slug } = await makeProject(actor);
  const lead = await person("Lea", "LEAD");
  expect(lead.actor.workspaceId).toBe(workspaceId);
  await lead.page.goto(`/projects/${slug}/settings`);
  await expect(lead.page.getByRole("heading", { name: "Project", exact: true })).toBeVisible();
  await expect(lead.page.getByRole("button", { name: "Save as a template" })).toHaveCount(0);
});

test("a project hears that its template moved on, until somebody says it is dealt with", async ({
  person,
}) => {
  const { page, actor } = await person("Ana", "MANAGER");
  const manager = openWorkspace(actor, "project:create");
  const { projectId } = await makeProject(actor);
  const words = { name: "Our portals", summary: "" };
  const { key } = await saveTemplate(manager, { projectId }, words, new Date());
  const { slug } = await createProjectFromStart(manager, { name: "Second portal", start: key });
  await page.goto(`/projects/${slug}/settings`);
  const news = page.getByRole("link", { name: "Version 2 is out: see what it changes" });
  await expect(page.getByText("Made from Our portals, version 1")).toBeVisible();
  await expect(news).toHaveCount(0);

  const access = await openProject(actor, { projectId }, "plan:edit");
  const { id } = await db().phase.findFirstOrThrow({ where: { projectId, name: "Beta" } });
  await addSection(access, { phaseId: id, title: "Tides" });
  await saveTemplate(manager, { projectId }, words, new Date());
  await page.reload();
  await news.click();
  const changed = page.getByRole("region", { name: "Changed in the template" });
  await expect(changed).toContainText("New section: Tides");
  await expect(changed).toContainText("Beta");
  await page.getByRole("button", { name: "Take over: Tides" }).click();
  await expect(page.getByText("Everything it changed is in this project already.")).toBeVisible();
  await page.getByRole("button", { name: "All dealt with" }).click();
  await expect(page.getByText("Nothing new in its template")).toBeVisible();
});
