/** Support, somebody who cannot get in, and somebody who writes. */
import { randomUUID } from "node:crypto";
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

test("a visitor's message is answered and closed", async ({ page, anotherPage, mailbox, look }) => {
  test.setTimeout(120_000);
  const address = `bia.${randomUUID().slice(0, 8)}@empresa.example`;
  const subject = `Chave que não funciona ${address}`;
  await page.goto("/contato");
  await look(page);
  await page.getByRole("button", { name: "Enviar mensagem" }).click();
  await expect(page.getByRole("alert")).toContainText("Confira 4 campos");
  await look(page);
  await page.getByLabel("Nome").fill("Bia Reis");
  await page.getByLabel("E-mail").fill(address);
  await page.getByLabel("Assunto").fill(subject);
  await page.getByRole("textbox", { name: "Mensagem" }).fill("A chamada responde 401 desde ontem. O que confiro?");
  // The field for robots is nowhere to be found.
  await expect(page.getByLabel("Deixe este campo em branco")).toBeHidden();
  // A journey may be faster than a person: what was typed stays, and is sent again.
  await expect(async () => {
    await page.getByRole("button", { name: "Enviar mensagem" }).click();
    await expect(page).toHaveURL(/\/contato\/enviada$/, { timeout: 1_000 });
  }).toPass();
  const said = await page.getByRole("heading", { level: 1 }).innerText();
  const [number] = said.match(/M-\d{4}-\d{4}/)!;
  expect(said).toBe(`Recebemos sua mensagem, número ${number}`);
  await look(page);
  await mailbox.waitFor(address, new RegExp(`Recebemos sua mensagem ${number}`));

  const told = await mailbox.waitFor("suporte@balcao.example", /Mensagem|Mais mensagens/);
  expect(told.text).toContain("/suporte/mensagens");
  const support = await anotherPage();
  await signIn(support, "suporte@balcao.example", demoPassword);
  await expect(support).not.toHaveURL(/\/entrar/);
  await support.goto("/suporte/contas");
  await support.getByRole("link", { name: /^Mensagens/ }).click();
  await support.getByLabel("Número, pessoa, e-mail ou texto").fill(address);
  await support.getByRole("button", { name: "Buscar" }).click();
  await look(support);
  await support.getByRole("link", { name: subject }).click();
  await look(support);
  await support.getByRole("button", { name: "Assumir" }).click();
  await expect(support.getByRole("status").first()).toContainText("A mensagem está com você");
  await support.getByLabel("Sua resposta").fill("Confira se a chave pública é a da aplicação.");
  await support.getByRole("button", { name: "Responder e encerrar" }).click();
  await expect(support.getByRole("status").first()).toContainText("Resposta a caminho, e mensagem encerrada");
  await look(support);

  const answer = await mailbox.waitFor(address, new RegExp(`Resposta à sua mensagem ${number}`));
  expect(answer.text).toContain("Confira se a chave pública é a da aplicação.");
  expect(answer.text).toContain("> A chamada responde 401 desde ontem.");
});

test("the answer to a common question is found without asking", async ({ page, look }) => {
  await page.goto("/contato");
  await page.getByRole("link", { name: "Ver as perguntas" }).click();
  await expect(page).toHaveURL(/\/perguntas-frequentes$/);
  await look(page);
  await page.getByRole("link", { name: "Recebi 401. O que confiro?" }).click();
  await expect(page).toHaveURL(/#erro-401$/);
});
