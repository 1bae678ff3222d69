/** Playwright's test with what every journey of ours has: watched browsers, a mailbox, axe. */
import { test as base, expect, Page } from "@playwright/test";
import { expectHydrated, look } from "./look";
import { linkIn, Mailbox } from "./mail";
import { createsUser } from "./owner";
import { newPerson, type Person } from "./people";
import { Visitor } from "./visitor";
import { watch } from "./watch";

interface Fixtures {
  /** Opens a page in a browser session of its own: somebody else at another computer. */
  anotherPage: () => Promise<Page>;
  mailbox: Mailbox;
  /** Somebody new with a password, signed in without a browser. */
  member: { person: Person; visitor: Visitor };
  /** Waits until the islands of the page, if it has any, are alive. */
  hydrated: (page: Page) => Promise<void>;
  /** The same, and no findings of axe, light and dark. Cannot look without JavaScript. */
  look: (page: Page) => Promise<void>;
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

  member: async ({ baseURL, mailbox }, use) => {
    const person = newPerson();
    await createsUser(person);
    const link = linkIn(await mailbox.waitFor(person.email, /senha/i), "/acesso/");
    const visitor = await Visitor.arrive(baseURL!, link, person);
    await use({ person, visitor });
    await visitor.leaves();
  },

  hydrated: async ({ javaScriptEnabled }, use) =>
    use(async (page) => {
      if (javaScriptEnabled) await expectHydrated(page);
    }),

  look: async ({ javaScriptEnabled }, use) =>
    use(async (page) => {
      if (javaScriptEnabled) await look(page);
    }),
});

export { expect };
