/** Playwright's test with what every journey of ours has: watched browsers, a mailbox, axe. */
import { test as base, expect, Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { Mailbox } from "./mail";
import { watch } from "./watch";

interface Fixtures {
  /** Opens a page in a browser session of its own: somebody else at another computer. */
  anotherPage: () => Promise<Page>;
  mailbox: Mailbox;
  /** No findings of axe on the page as it is now, light and dark. Cannot look without JavaScript. */
  accessible: (page: Page) => Promise<void>;
  /** Waits until the islands of the page, if it has any, are alive. */
  hydrated: (page: Page) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  context: async ({ context, baseURL }, use) => {
    const complaints = watch(context, baseURL!);
    await use(context);
    expect(complaints).toEqual([]);
  },

  anotherPage: async ({ browser, baseURL }, use) => {
    const complaints: string[][] = [];
    await use(async () => {
      const context = await browser.newContext();
      complaints.push(watch(context, baseURL!));
      return context.newPage();
    });
    expect(complaints.flat()).toEqual([]);
  },

  mailbox: async ({}, use) => use(new Mailbox(process.env.MAILDEV_URL!)),

  accessible: async ({ javaScriptEnabled }, use) =>
    use(async (page) => {
      if (javaScriptEnabled) await expectAccessible(page);
    }),

  hydrated: async ({ javaScriptEnabled }, use) =>
    use(async (page) => {
      const hasIslands = (await page.locator("script[data-islands]").count()) > 0;
      if (javaScriptEnabled && hasIslands) await page.locator("html[data-hydrated]").waitFor();
    }),
});

export { expect };
