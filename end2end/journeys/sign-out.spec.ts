/** After signing out, going Back shows nothing of the person who was in. */
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

const ANA = "ana.souza@bancoexemplo.com.br";

test("Back after signing out shows no page of the person who was in", async ({ page }) => {
  await signIn(page, ANA, demoPassword);
  await page.waitForURL("**/minhas-aplicacoes");
  await page.goto("/conta");
  await expect(page.getByRole("main")).toContainText(ANA);

  await page.locator("header button[popovertarget]:visible").last().click();
  await page.getByRole("button", { name: "Sair" }).click();
  await expect(page.getByText("Você saiu.")).toBeVisible();

  for (let steps = 0; steps < 2; steps++) {
    await page.goBack();
    await expect(page).toHaveURL(/\/entrar/);
    await expect(page.locator("body")).not.toContainText("Ana Souza");
    await expect(page.locator("body")).not.toContainText(ANA);
  }
});
