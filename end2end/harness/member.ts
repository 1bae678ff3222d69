/** What members do at their pages, from "Cadastre-se" to the first call. Pages are looked at. */
import { expect, type Page } from "@playwright/test";
import type { Keys } from "./keys";
import type { Company, Person } from "./people";

export type Look = (page: Page) => Promise<void>;

/** Forgets every field at first. */
export async function registers(page: Page, person: Person, look: Look): Promise<void> {
  await page.goto("/cadastro");
  await look(page);
  await page.getByRole("button", { name: "Criar conta" }).click();
  await expect(page.getByRole("alert")).toContainText("Confira");
  await look(page);
  await page.getByLabel("Nome", { exact: true }).fill(person.firstName);
  await page.getByLabel("Sobrenome").fill(person.lastName);
  await page.getByLabel("E-mail corporativo").fill(person.email);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Criar conta" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confira seu e-mail");
  await look(page);
}

/** Opens the one-time link of a mail, presses its button and sets the password. */
export async function entersBy(
  link: string,
  page: Page,
  { password }: Person,
  look: Look = async () => {},
): Promise<void> {
  await page.goto(link);
  await look(page);
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(page).toHaveURL(/\/senha$/);
  await look(page);
  await page.getByLabel("Senha", { exact: true }).fill(password);
  await page.getByLabel("Confirme sua senha").fill(password);
  await look(page);
  await page.getByRole("button", { name: "Salvar" }).click();
  await expect(page).toHaveURL(/\/minhas-aplicacoes$/);
  await look(page);
}

/** From the catalogue to the form that asks for a group. */
export async function findsTheTrial(page: Page, look: Look): Promise<void> {
  await page.goto("/catalogo");
  await look(page);
  await page.getByRole("link", { name: /Verificação silenciosa/ }).first().click();
  await look(page);
  await page.getByRole("link", { name: /Solicitar Trial/ }).click();
}

export async function createsGroup(page: Page, company: Company, look: Look): Promise<void> {
  await look(page);
  await page.getByLabel("Empresa").fill(company.legalName);
  await page.getByLabel("CNPJ").fill(company.cnpj);
  await page.getByLabel("Nome do Grupo de Permissão").fill(company.groupName);
  await page.getByLabel("E-mail", { exact: true }).fill(company.email);
  await page.getByLabel("Telefone").fill(company.phone);
  await look(page);
  await page.getByRole("button", { name: "Continuar" }).click();
}

export async function describes(page: Page, application: string, look: Look): Promise<void> {
  await expect(page).toHaveURL(/\/aplicacao$/);
  await look(page);
  await page.getByLabel("Nome da aplicação").fill(application);
  await page.getByLabel("Descrição").fill("Confirmar o número do celular no cadastro do aplicativo, sem SMS.");
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(page).toHaveURL(/\/revisao$/);
}

/** Sends the request that is reviewed; its id, by the page's address. */
export async function files(page: Page, company: Company, look: Look): Promise<string> {
  await expect(page.getByText(company.legalName)).toBeVisible();
  await look(page);
  await page.getByRole("button", { name: "Finalizar solicitação" }).click();
  await expect(page).toHaveURL(/\/pronto$/);
  await expect(page.getByText(/^Nº \d{4}-\d{4}$/)).toBeVisible();
  await look(page);
  return new URL(page.url()).pathname.split("/")[2]!;
}

/**
 * Reveals the keys. With JavaScript the page shows the credential itself; without, the command that
 * builds it.
 */
export async function revealsKeys(page: Page, javaScript: boolean, look: Look): Promise<Keys> {
  await page.getByRole("button", { name: "Revelar" }).click();
  await look(page);
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

/** From the keys to an answer without a program, and what became of that call. */
export async function triesItNow(page: Page, look: Look): Promise<void> {
  await page.getByRole("link", { name: "Testar agora" }).first().click();
  await look(page);
  await page.getByLabel("Valor de teste").selectOption({ label: "404 · Número que não é o da conexão" });
  await page.getByRole("button", { name: "Testar agora" }).click();
  const result = page.locator("#resultado");
  await expect(result.getByText("API-SMV-404").first()).toBeVisible();
  await look(page);
  // Counted calls are stored within a second.
  await result.getByRole("link").first().click();
  const explained = page.getByRole("heading", { name: "O que aconteceu com esta chamada" });
  await expect(async () => {
    await page.reload();
    expect(await explained.count()).toBe(1);
  }).toPass();
  await look(page);
  await page.getByRole("link", { name: "Ver uso" }).click();
  await expect(page.getByText("2 de 1.000 chamadas")).toBeVisible();
  await look(page);
}
