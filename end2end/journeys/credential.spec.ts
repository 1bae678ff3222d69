/** The main job: from "Cadastre-se" to the first answered call. */
import { type APIRequestContext, type Page } from "@playwright/test";
import { Application } from "../harness/application";
import type { Keys } from "../harness/keys";
import { linkIn } from "../harness/mail";
import { type Company, newCompany, newPerson, type Person } from "../harness/people";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

test("a developer registers, asks for an API, is approved and calls it with the credential", async ({
  page,
  baseURL,
  anotherPage,
  request,
  mailbox,
  accessible,
  hydrated,
  javaScriptEnabled,
}) => {
  test.setTimeout(300_000);
  const person = newPerson();
  const company = newCompany();
  const look = async (at: Page = page) => {
    await hydrated(at);
    await accessible(at);
  };

  await page.goto("/");
  await look();
  await register(page, person, look);

  const welcome = await mailbox.waitFor(person.email, /senha/i);
  const link = linkIn(welcome, "/acesso/");
  await opensAsScannersDo(request, link);
  await page.goto(link);
  await look();
  await page.getByRole("button", { name: "Entrar" }).click();
  await setPassword(page, person, look);

  await page.goto("/catalogo");
  await look();
  await page.getByRole("link", { name: /Verificação silenciosa/ }).first().click();
  await look();
  await page.getByRole("link", { name: /Solicitar Trial/ }).click();
  await createGroup(page, company, look);
  const application = `${company.groupName} – SMV`;
  await describe(page, application, look);
  await expect(page.getByText(company.legalName)).toBeVisible();
  await look();
  await page.getByRole("button", { name: "Finalizar solicitação" }).click();
  await expect(page).toHaveURL(/\/pronto$/);
  const number = (await page.getByText(/^Nº \d{4}-\d{4}$/).innerText()).replace("Nº ", "");
  await look();

  await approve(await anotherPage(), number, look);

  const approved = await mailbox.waitFor(person.email, /aprovada/i);
  await page.goto(linkIn(approved, "/minhas-aplicacoes/"));
  await expect(page.getByRole("heading", { name: application })).toBeVisible();
  await look();
  await page.getByRole("button", { name: "Revelar" }).click();
  await look();
  const keys = await credentialDecodes(page, javaScriptEnabled ?? true);

  const program = new Application(keys);
  expect(await program.verify(baseURL!, await program.token(baseURL!))).toBe(200);
  await tries(page, look);
});

async function register(page: Page, person: Person, look: () => Promise<void>): Promise<void> {
  await page.goto("/cadastro");
  await look();
  await page.getByRole("button", { name: "Criar conta" }).click();
  await expect(page.getByRole("alert")).toContainText("Confira");
  await look();
  await page.getByLabel("Nome", { exact: true }).fill(person.firstName);
  await page.getByLabel("Sobrenome").fill(person.lastName);
  await page.getByLabel("E-mail corporativo").fill(person.email);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Criar conta" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confira seu e-mail");
  await look();
}

/** Mail scanners open links; that must not use them up. */
async function opensAsScannersDo(request: APIRequestContext, link: string): Promise<void> {
  for (let time = 0; time < 3; time += 1) {
    expect((await request.get(link)).status()).toBe(200);
  }
}

async function setPassword(page: Page, person: Person, look: () => Promise<void>): Promise<void> {
  await expect(page).toHaveURL(/\/senha$/);
  await look();
  await page.getByLabel("Senha", { exact: true }).fill(person.password);
  await page.getByLabel("Confirme sua senha").fill(person.password);
  await look();
  await page.getByRole("button", { name: "Salvar" }).click();
  await expect(page).toHaveURL(/\/minhas-aplicacoes$/);
  await look();
}

async function createGroup(page: Page, company: Company, look: () => Promise<void>): Promise<void> {
  await look();
  await page.getByLabel("Empresa").fill(company.legalName);
  await page.getByLabel("CNPJ").fill(company.cnpj);
  await page.getByLabel("Nome do Grupo de Permissão").fill(company.groupName);
  await page.getByLabel("E-mail", { exact: true }).fill(company.email);
  await page.getByLabel("Telefone").fill(company.phone);
  await look();
  await page.getByRole("button", { name: "Continuar" }).click();
}

async function describe(page: Page, name: string, look: () => Promise<void>): Promise<void> {
  await expect(page).toHaveURL(/\/aplicacao$/);
  await look();
  await page.getByLabel("Nome da aplicação").fill(name);
  await page.getByLabel("Descrição").fill("Confirmar o número do celular no cadastro do aplicativo, sem SMS.");
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(page).toHaveURL(/\/revisao$/);
}

async function approve(page: Page, number: string, look: (page: Page) => Promise<void>): Promise<void> {
  await signIn(page, "gestor@balcao.example", demoPassword);
  await expect(page).toHaveURL(/\/aprovacoes$/);
  await look(page);
  await page.getByRole("link", { name: number }).click();
  await look(page);
  await page.getByRole("button", { name: "Aprovar solicitação" }).click();
  await expect(page.getByRole("status").first()).toContainText("Solicitação aprovada");
}

/** From the keys to an answer without a program, and what became of that call. */
async function tries(page: Page, look: () => Promise<void>): Promise<void> {
  await page.getByRole("link", { name: "Testar agora" }).first().click();
  await look();
  await page.getByLabel("Valor de teste").selectOption({ label: "404 · Número que não é o da conexão" });
  await page.getByRole("button", { name: "Testar agora" }).click();
  const result = page.locator("#resultado");
  await expect(result.getByText("API-SMV-404").first()).toBeVisible();
  await look();
  // What was counted is written down within a second.
  await result.getByRole("link").first().click();
  const explained = page.getByRole("heading", { name: "O que aconteceu com esta chamada" });
  await expect(async () => {
    await page.reload();
    expect(await explained.count()).toBe(1);
  }).toPass();
  await look();
  await page.getByRole("link", { name: "Ver uso" }).click();
  await expect(page.getByText("2 de 1.000 chamadas")).toBeVisible();
  await look();
}

/** With JavaScript the page shows the credential itself; without, the command that builds it. */
async function credentialDecodes(page: Page, javaScript: boolean): Promise<Keys> {
  const receipt = await page.locator(".receipt").innerText();
  const keys = page.locator(".key__value");
  const publicKey = (await keys.nth(0).innerText()).trim();
  const secretKey = (await keys.nth(1).innerText()).trim();
  const expected = `${publicKey}:${secretKey}`;
  expect(expected).toMatch(/^[A-Za-z0-9]{20}:blc_[A-Za-z0-9]{32}$/);
  if (javaScript) {
    const [, credential] = receipt.match(/x-client-auth: Basic (\S+)/)!;
    expect(Buffer.from(credential!, "base64").toString()).toBe(expected);
  } else {
    expect(receipt).toContain(`printf %s '${expected}' | base64`);
  }
  return { publicKey, secretKey };
}
