import type { Page } from "@playwright/test";
import { makeProject, plan, planPhase } from "@/prisma/factories/project";
import { expect, test } from "../fixtures";

// What each environment has: filled in, held against the mocks, verified, compared.

const dialog = (page: Page) => page.getByRole("dialog");
const cell = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}:`) });

async function fill(page: Page, name: string, state: string, value: string): Promise<void> {
  await cell(page, name).click();
  await dialog(page).getByLabel("State").selectOption({ label: state });
  await dialog(page).getByLabel("Value").fill(value);
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page)).toBeHidden();
}

test("a matrix is built, a mock in production is found, and a change takes a verification away", async ({
  person,
}) => {
  const { actor, page } = await person("Ana", "LEAD");
  const { slug } = await makeProject(actor, plan([planPhase("Alpha")]));
  await page.goto(`/projects/${slug}`);
  await page.getByRole("link", { name: "Environments" }).click();
  await expect(page.getByText("No environments", { exact: true })).toBeVisible();
  for (const [name, isProduction] of [
    ["Laptop", false],
    ["Harbour", true],
  ] as const) {
    await page.getByRole("button", { name: "Add an environment" }).click();
    await dialog(page).getByLabel("Name").fill(name);
    if (isProduction)
      await dialog(page)
        .getByRole("checkbox", { name: /This is production/ })
        .check();
    await dialog(page).getByRole("button", { name: "Add" }).click();
    await expect(dialog(page)).toBeHidden();
  }
  await page.getByRole("button", { name: "Add a configuration item" }).click();
  await dialog(page).getByLabel("Key").fill("MAIL_HOST");
  await dialog(page)
    .getByRole("checkbox", { name: /must not equal mock/ })
    .check();
  await dialog(page).getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("rowheader", { name: /MAIL_HOST/ })).toBeVisible();

  await fill(page, "MAIL_HOST in Laptop", "Mock", "mail.test");
  await fill(page, "MAIL_HOST in Harbour", "Live", "mail.test");
  const problem = page.getByRole("region", { name: "Problems" });
  await expect(problem).toContainText("MAIL_HOST has the same value in Harbour as the mock in Laptop.");
  await fill(page, "MAIL_HOST in Harbour", "Live", "smtp.example.org");
  await expect(problem).toBeHidden();

  // By keyboard alone: walk to the cell, open it, verify it.
  await cell(page, "MAIL_HOST in Laptop").focus();
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "MAIL_HOST in Harbour")).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog(page).getByRole("button", { name: "Verify" }).press("Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(cell(page, "MAIL_HOST in Harbour")).toContainText("Ana");
  await fill(page, "MAIL_HOST in Harbour", "Live", "smtp2.example.org");
  await expect(cell(page, "MAIL_HOST in Harbour")).not.toContainText("Ana");

  await page.getByRole("button", { name: "Show differences" }).click();
  await expect(page).toHaveURL(/from=.+&to=.+/);
  await expect(page.getByRole("region", { name: "Laptop and Harbour" })).toContainText("1 of 1 differ");
  await page.getByText("History", { exact: true }).click();
  await expect(page.getByText("verified “MAIL_HOST” in “Harbour”").first()).toBeVisible();
});

test("a secret's value is refused where somebody pastes it, and a reader presses nothing", async ({
  person,
}) => {
  const ana = await person("Ana", "LEAD");
  const vi = await person("Vi", "VIEWER");
  const { slug } = await makeProject(
    ana.actor,
    plan([planPhase("Alpha")], {
      environments: {
        columns: ["Mock", "Production"],
        rows: [{ key: "PAYMENTS", values: ["faked", "real"] }],
      },
    }),
  );
  const address = `/projects/${slug}/environments`;
  await ana.page.goto(address);
  await cell(ana.page, "PAYMENTS in Production").click();
  // Put together here: nothing in this file has the form of a credential.
  await dialog(ana.page)
    .getByLabel("Value")
    .fill(["sk", "live", "FAKE0".repeat(5)].join("_"));
  await dialog(ana.page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(ana.page)).toContainText("This looks like an access token.");
  await vi.page.goto(address);
  await expect(vi.page.getByRole("cell", { name: /real/ })).toBeVisible();
  await expect(vi.page.getByRole("button", { name: /PAYMENTS|Add an environment/ })).toHaveCount(0);
});
