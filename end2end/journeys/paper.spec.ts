/** On paper: what one takes along, whole, and nothing that one presses. */
import { expect, test } from "../harness/test";

test("an API's page is printed whole and without what one presses", async ({ page }, { project }) => {
  test.skip(project.name !== "desktop", "paper has one width");
  await page.goto("/catalogo/smv");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("header.bar")).toBeHidden();
  await expect(page.locator(".local-nav")).toBeHidden();
  await expect(page.locator("footer.foot")).toBeHidden();
  const cut = await page.locator("main pre:visible").evaluateAll((blocks) =>
    blocks.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).length,
  );
  expect(cut).toBe(0);
  // The samples that are folded on a screen are read on paper.
  await expect(page.locator("#exemplo-java")).toBeVisible();
});
