/** Support, and somebody who cannot get in. */
import { linkIn } from "../harness/mail";
import { entersBy } from "../harness/member";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

test("support finds an account and sends a link, by which its person gets in again", async ({
  page,
  anotherPage,
  member: { person },
  mailbox,
  look,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "suporte@balcao.example", demoPassword);
  await expect(page).not.toHaveURL(/\/entrar/);
  await page.goto("/suporte/contas");
  await look(page);
  await page.getByLabel("E-mail ou nome").fill(person.email);
  await page.getByRole("button", { name: "Buscar" }).click();
  await page.getByRole("link", { name: `${person.firstName} ${person.lastName}` }).click();
  await expect(page.getByRole("main")).toContainText(person.email);
  await look(page);
  await page.getByRole("button", { name: "Enviar link de nova senha" }).click();
  await expect(page.getByRole("status").first()).toContainText("O link para criar outra senha está a caminho");

  const mail = await mailbox.waitFor(person.email, /nova senha/i);
  const theirs = await anotherPage();
  const changed = { ...person, password: "Outra fila 8, guichê Verde" };
  await entersBy(linkIn(mail, "/acesso/"), theirs, changed);

  const anotherDevice = await anotherPage();
  await signIn(anotherDevice, person.email, person.password);
  await expect(anotherDevice.getByRole("alert")).toBeVisible();
  await signIn(anotherDevice, person.email, changed.password);
  await expect(anotherDevice).toHaveURL(/\/minhas-aplicacoes$/);
});
