/** Playwright's test for programs that call the portal: no browser, and the keys of applications. */
import { webcrypto } from "node:crypto";
import { test as base, expect } from "@playwright/test";
import { type Keys, keysOf, type Slug } from "./keys";

// Node 18 has it, but not where browsers and these libraries look for it.
globalThis.crypto ??= webcrypto as Crypto;

interface Programs {
  portal: string;
  /** The keys of the application that may call an API. */
  keysFor: (api: Slug) => Promise<Keys>;
}

export const test = base.extend<object, Programs>({
  portal: [async ({}, use) => use(process.env.BALCAO_URL!), { scope: "worker" }],

  keysFor: [
    async ({ portal }, use) => {
      const known = new Map<Slug, Promise<Keys>>();
      await use((api) => {
        const keys = known.get(api) ?? keysOf(portal, api);
        known.set(api, keys);
        return keys;
      });
    },
    { scope: "worker" },
  ],
});

export { expect };
