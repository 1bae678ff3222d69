/** A look at a page as it is now: its islands are alive, and axe finds nothing. */
import { type Page } from "@playwright/test";
import { expectAccessible } from "./axe";

/** Waits until the islands of the page, if it has any, are alive. */
export async function expectHydrated(page: Page): Promise<void> {
  const hasIslands = (await page.locator("script[data-islands]").count()) > 0;
  if (hasIslands) await page.locator("html[data-hydrated]").waitFor();
}

export async function look(page: Page): Promise<void> {
  await expectHydrated(page);
  await expectAccessible(page);
}
