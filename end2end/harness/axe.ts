/** What axe finds on a page, in both colour schemes. */
import AxeBuilder from "@axe-core/playwright";
import { expect, Page } from "@playwright/test";

/** The rules that look at colours, which alone differ between the schemes. */
const rulesOfColours = ["color-contrast", "link-in-text-block"];

export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  expect(await findings(new AxeBuilder({ page })), `${page.url()}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = new AxeBuilder({ page }).withRules(rulesOfColours);
  expect(await findings(dark), `${page.url()}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: null });
}

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}
