/** Two-step verification by an authenticator app: added, asked for, recovered from, removed. */
import { signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";
import { codeOf } from "../harness/totp";

test("whoever adds an app gives its code after the password", async ({ page, member, anotherPage, look }) => {
  test.setTimeout(150_000);
  const { email, password } = member.person;
  await signIn(page, email, password);
  await page.waitForURL("**/minhas-aplicacoes");
  await page.goto("/conta");
  await page.locator('main a[href="/conta/verificacao"]').click();
  await look(page);
  await page.getByRole("button", { name: "Adicionar aplicativo" }).click();
  await expect(page.getByRole("img", { name: /QR/ })).toBeVisible();
  await look(page);
  const secret = (await page.locator("#chave-do-aplicativo").innerText()).replace(/\s/g, "");
  await page.getByLabel("Código de 6 dígitos").fill("000000");
  await page.getByRole("button", { name: "Ativar" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  const first = codeOf(secret);
  await page.getByLabel("Código de 6 dígitos").fill(first);
  await page.getByRole("button", { name: "Ativar" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Guarde seus códigos de recuperação");
  await look(page);
  const codes = await page.locator("main code").allInnerTexts();
  expect(codes).toHaveLength(10);

  const other = await anotherPage();
  await signIn(other, email, password);
  await other.waitForURL("**/entrar/verificacao");
  await look(other);
  // The code that added the app is used up; so is each after it.
  await other.getByLabel("Código de 6 dígitos").fill(first);
  await other.getByRole("button", { name: "Continuar" }).click();
  await expect(other.getByRole("alert")).toBeVisible();
  await expect(async () => {
    await other.getByLabel("Código de 6 dígitos").fill(codeOf(secret));
    await other.getByLabel("Confiar neste navegador por 30 dias").check();
    await other.getByRole("button", { name: "Continuar" }).click();
    await other.waitForURL("**/minhas-aplicacoes", { timeout: 2_000 });
  }).toPass({ timeout: 70_000, intervals: [10_000] });

  // Trusted: the password is enough there.
  await other.goto("/conta/verificacao");
  await expect(other.getByText("este navegador")).toBeVisible();
  await look(other);
  await other.context().clearCookies({ name: /^(__Host-)?balcao$/ });
  await signIn(other, email, password);
  await other.waitForURL("**/minhas-aplicacoes");

  const third = await anotherPage();
  await signIn(third, email, password);
  await third.waitForURL("**/entrar/verificacao");
  await third.getByText("Use um código de recuperação").click();
  await third.getByLabel("Código de recuperação").fill(codes[0]!);
  await third.getByRole("button", { name: "Continuar" }).click();
  await third.waitForURL("**/minhas-aplicacoes");

  await third.goto("/conta/verificacao");
  await expect(third.getByText("Códigos que restam: 9")).toBeVisible();
  await third.getByRole("button", { name: "Remover aplicativo" }).click();
  await expect(third.getByText("Aplicativo removido.")).toBeVisible();
});
