/** The menus of the bar: they open by their button, and close by Escape and by a press elsewhere. */
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

test("a menu closes by Escape and by a press elsewhere", async ({ page }) => {
  await signIn(page, "ana.souza@bancoexemplo.com.br", demoPassword);
  await page.waitForURL("**/minhas-aplicacoes");
  const button = page.locator("header button[popovertarget]:visible").last();
  const leave = page.locator("header").getByRole("button", { name: "Sair" });
  const closing = [() => page.keyboard.press("Escape"), () => page.mouse.click(4, 780)];
  for (const close of closing) {
    await button.click();
    await expect(leave).toBeVisible();
    await close();
    await expect(leave).toBeHidden();
  }
});
