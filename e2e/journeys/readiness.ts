import { expect, type Page } from "@playwright/test";

/** The readiness the page shows, with every point it says was lost; in hundredths, so that nothing is rounded. */
async function shownReadiness(page: Page): Promise<{ score: number; sum: number }> {
  const card = page.getByRole("region", { name: "Readiness" });
  const score = Number(/^\s*(\d+)\s*readiness/.exec(await card.innerText())?.[1]);
  // Smaller losses are folded away, drawn when they are unfolded, and belong to the sum all the same.
  // Not by a click: the fold may go away just then, when a loss fewer is left.
  await card.locator("details").evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute("open", "");
  });
  const rows = await card.locator("li").evaluateAll((items) => items.map((item) => item.textContent ?? ""));
  const lost = rows.map((row) => Number(/−([\d.]+)$/.exec(row)?.[1]));
  const sum = lost.reduce((total, points) => total + Math.round(points * 100), 0) / 100;
  return { score, sum: score + sum };
}

/** Waits until the page says this score, and checks that score and losses are 100 (design 2.2). */
export async function expectReadiness(page: Page, score: number): Promise<void> {
  await expect.poll(() => shownReadiness(page)).toEqual({ score, sum: 100 });
}
