/** A group as a team: somebody without an account is invited, registers, and reveals a key. */
import { decide } from "../harness/keys";
import { linkIn } from "../harness/mail";
import * as member from "../harness/member";
import { newCompany, newPerson } from "../harness/people";
import { signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

const unseen = async () => {};

test("an owner invites somebody who has no account, and they reveal a key", async ({
  page,
  baseURL,
  request,
  mailbox,
  member: { person: owner },
  anotherPage,
  look,
  javaScriptEnabled,
}) => {
  test.setTimeout(300_000);
  const company = newCompany();
  const invited = newPerson();
  const application = `${company.groupName} – SMV`;
  const desk = await anotherPage();
  await signIn(desk, owner.email, owner.password);
  await member.findsTheTrial(desk, unseen);
  await member.createsGroup(desk, company, unseen);
  await member.describes(desk, application, unseen);
  await decide(baseURL!, await member.files(desk, company, unseen), "aprovar");

  await desk.goto("/minhas-aplicacoes");
  await desk.getByRole("link", { name: company.groupName, exact: true }).click();
  await desk.getByRole("link", { name: "Pessoas", exact: true }).click();
  await desk.getByRole("link", { name: "Convidar" }).click();
  await desk.getByLabel("E-mail", { exact: true }).fill(invited.email);
  await desk.getByRole("radio", { name: /^Desenvolvedor/ }).check();
  await desk.getByRole("button", { name: "Enviar convite" }).click();
  await expect(desk.getByText("Convite enviado.")).toBeVisible();

  const link = linkIn(await mailbox.waitFor(invited.email, /convite/i), "/convites/");
  // Mail scanners open links; that must not answer for anybody.
  for (let time = 0; time < 3; time += 1) expect((await request.get(link)).status()).toBe(200);
  await page.goto(link);
  await look(page);
  await page.getByRole("button", { name: "Criar conta e aceitar" }).click();
  await expect(page.getByRole("alert")).toContainText("Confira");
  await look(page);
  await page.getByLabel("Nome", { exact: true }).fill(invited.firstName);
  await page.getByLabel("Sobrenome").fill(invited.lastName);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Criar conta e aceitar" }).click();
  await expect(page).toHaveURL(/\/senha\?/);
  await page.getByLabel("Senha", { exact: true }).fill(invited.password);
  await page.getByLabel("Confirme sua senha").fill(invited.password);
  await page.getByRole("button", { name: "Salvar" }).click();
  await expect(page).toHaveURL(/\/minhas-aplicacoes\/[\w-]+$/);
  await expect(page.getByRole("heading", { name: application })).toBeVisible();
  await look(page);
  await member.revealsKeys(page, javaScriptEnabled ?? true, look);
  await page.getByRole("link", { name: "Pessoas", exact: true }).click();
  await expect(page.getByRole("main").getByText(invited.email)).toBeVisible();
  await look(page);

  expect((await request.get(link)).status()).toBe(410);
  await mailbox.waitFor(owner.email, /aceitou/);
  await desk.reload();
  const row = desk.getByRole("row").filter({ hasText: invited.email });
  await row.getByRole("link", { name: `Alterar: ${invited.firstName} ${invited.lastName}` }).click();
  await desk.getByRole("link", { name: "Remover do grupo" }).click();
  await desk.getByRole("button", { name: "Remover do grupo" }).click();
  await expect(desk.getByText("Pessoa removida do grupo.")).toBeVisible();
  expect((await page.request.get(page.url())).status()).toBe(404);
});
