import type { Page } from "@playwright/test";

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** By how many pixels a page scrolls sideways, which none should. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
    return scrollWidth - clientWidth;
  });
