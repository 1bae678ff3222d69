/** Lighthouse on the pages that anybody finds: everything it marks but speed, which is no test's. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const categories = ["accessibility", "best-practices", "seo"];

const pages: string[] = JSON.parse(readFileSync(new URL("../harness/public-pages.json", import.meta.url), "utf8"));

for (const address of pages) {
  test(`Lighthouse has nothing to say of ${address}`, async ({ baseURL }) => {
    const { launchOptions } = test.info().project.use;
    const chrome = await launch({
      chromePath: launchOptions!.executablePath!,
      chromeFlags: launchOptions!.args!,
    });
    try {
      const run = await lighthouse(`${baseURL}${address}`, {
        port: chrome.port,
        logLevel: "error",
        onlyCategories: categories,
      });
      expect(findings(run!.lhr)).toEqual([]);
      const marks = categories.map((category) => run!.lhr.categories[category]!.score);
      expect(marks).toEqual([1, 1, 1]);
    } finally {
      chrome.kill();
    }
  });
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

/** What costs a mark, with what Lighthouse says of it. */
function findings({ categories, audits }: Result): string[] {
  const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return weighed
    .map(({ id }) => audits[id]!)
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, explanation, displayValue }) => [id, explanation ?? displayValue ?? ""].join(": "));
}
