/** A look at a page as it is now: its islands are alive, and axe finds nothing. */
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";

/** Turns to an island of the page, if it has any, and waits until all are alive. */
export async function expectHydrated(page: Page): Promise<void> {
  const hasIslands = (await page.locator("script[data-islands]").count()) > 0;
  if (!hasIslands) return;
  // The script may not be there yet to hear it.
  await expect(async () => {
    await page.locator("leptos-island [data-wakes], leptos-island:not(:has([data-wakes]))").first().dispatchEvent("focusin");
    await page.locator("html[data-hydrated]").waitFor({ timeout: 1000 });
  }).toPass();
}

export async function look(page: Page): Promise<void> {
  await expectHydrated(page);
  await expectAccessible(page);
}
