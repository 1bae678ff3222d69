/** On paper: what one takes along, whole, and nothing that one presses. */
import { expect, test } from "../harness/test";

for (const address of ["/catalogo/smv", "/catalogo/smv/referencia", "/catalogo/smv/exemplos"]) {
  test(`${address} is printed whole and without what one presses`, async ({ page }, { project }) => {
    test.skip(project.name !== "desktop", "paper has one width");
    await page.goto(address);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("header.bar")).toBeHidden();
    await expect(page.locator(".side-menu")).toBeHidden();
    await expect(page.locator(".local-nav:visible")).toHaveCount(0);
    await expect(page.locator("footer.foot")).toBeHidden();
    const cut = await page.locator("main pre:visible").evaluateAll((blocks) =>
      blocks.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).length,
    );
    expect(cut).toBe(0);
    // What is folded on a screen is read on paper.
    const hidden = await page.locator(".beside-menu__content details > :not(summary)").evaluateAll((folded) =>
      folded.filter((content) => !content.checkVisibility()).length,
    );
    expect(hidden).toBe(0);
  });
}
