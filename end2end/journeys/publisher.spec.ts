/** From an empty portal to a company's first call: an administrator publishes an API by the console alone. */
import type { Page } from "@playwright/test";
import { Application } from "../harness/application";
import { EmptyPortal } from "../harness/empty-portal";
import { linkIn } from "../harness/mail";
import * as member from "../harness/member";
import { newCompany, newPerson } from "../harness/people";
import { expect, test as base } from "../harness/test";

const test = base.extend<{ empty: EmptyPortal }>({
  empty: async ({}, use) => {
    const portal = await EmptyPortal.start();
    await use(portal);
    await portal.end();
  },
  baseURL: async ({ empty }, use) => use(empty.url),
});

const article = "## O que é\n\nConfirma um número.\n\n| Campo | O que é |\n|---|---|\n| `number` | O número |\n";
const document = `
openapi: 3.1.0
info: { title: Números, version: 1.0.0 }
paths:
  /checks:
    post:
      summary: Confirma um número
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [number]
              properties: { number: { type: string } }
            example: { number: "5511999990200" }
      responses:
        "200":
          description: Confirmado
          content:
            application/json:
              schema: { type: object, properties: { known: { type: boolean } } }
              example: { known: true }
  /documents:
    post:
      operationId: sendDocument
      summary: Envia um documento
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [holder, file]
              properties: { file: { type: string, format: binary }, holder: { type: string } }
            example: { holder: Ana }
      responses:
        "200":
          description: Recebido
          content:
            application/json:
              schema: { type: object, properties: { taken: { type: boolean } } }
              example: { taken: true }
`;

test("an administrator of an empty portal publishes an API, and a company calls it", async ({
  page,
  anotherPage,
  empty,
  mailbox,
  look,
  javaScriptEnabled,
}) => {
  test.setTimeout(300_000);
  const administrator = newPerson();
  await empty.knows(administrator, "administrator", "contract-manager");
  await member.entersBy(linkIn(await mailbox.waitFor(administrator.email, /senha/i), "/acesso/"), page, administrator);

  await page.goto("/administracao/apis");
  await look(page);
  await names(page, look);
  await page.goto("/administracao/nova-api");
  await look(page);
  await page.getByLabel("Nome em português").fill("Números");
  await page.getByLabel("Nome no endereço").fill("numeros");
  await page.getByRole("button", { name: "Criar a API" }).click();
  await expect(page.getByRole("status").first()).toContainText("A API foi criada.");
  await look(page);
  await writes(page, look);

  await part(page, "Visão geral");
  await expect(page.getByText("Nada falta")).toBeVisible();
  await page.getByRole("link", { name: "Ver a prévia" }).click();
  await expect(page.getByText("Prévia, que só a administração vê")).toBeVisible();
  await look(page);
  await page.getByRole("link", { name: "Voltar a editar" }).click();
  await page.getByRole("button", { name: "Publicar" }).click();
  await expect(page.getByRole("status").first()).toContainText("Publicada");
  await look(page);

  const developer = newPerson();
  const company = newCompany();
  await empty.knows(developer);
  const other = await anotherPage();
  await member.entersBy(linkIn(await mailbox.waitFor(developer.email, /senha/i), "/acesso/"), other, developer);
  await other.goto(`${empty.url}/catalogo`);
  await other.getByRole("link", { name: "Números" }).first().click();
  await other.getByRole("link", { name: /Solicitar Trial/ }).click();
  const unseen = async () => {};
  await member.createsGroup(other, company, unseen);
  await member.describes(other, `${company.groupName} – Números`, unseen);
  const request = await member.files(other, company, unseen);

  await page.goto(`/aprovacoes/${request}`);
  await page.getByRole("button", { name: /Aprovar/ }).click();
  const approved = linkIn(await mailbox.waitFor(developer.email, /aprovada/i), "/minhas-aplicacoes/");
  await other.goto(approved);
  const program = new Application(await member.revealsKeys(other, javaScriptEnabled ?? true, look));
  const token = await program.token(empty.url);
  const answer = await fetch(`${empty.url}/numbers/v1/checks`, {
    method: "POST",
    headers: { "x-client-auth": `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ number: "5511999990200" }),
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ known: true });
  await sendsAFile(other, `${empty.url}/catalogo/numeros/referencia`, javaScriptEnabled ?? true, look);
});

/** A form with a file is called from the reference: in place, or on a page of its own without script. */
async function sendsAFile(page: Page, reference: string, inPlace: boolean, look: member.Look): Promise<void> {
  await page.goto(reference);
  await page.getByRole("link", { name: "Testar: Envia um documento" }).click();
  const file = page.getByLabel(/^file/);
  await page.getByLabel(/^holder/).fill("José");
  await file.setInputFiles({
    name: "contrato.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff]),
  });
  await look(page);
  await page.getByRole("button", { name: "Chamar o ambiente de testes" }).click();
  const result = page.getByRole("region", { name: "Resultado" });
  await expect(result).toContainText("Arquivo contrato.pdf: application/pdf, 6 bytes.");
  await expect(result).toContainText("José");
  await expect(result).toContainText('"taken": true');
  await look(page);
  await expect(page.getByLabel(/^holder/)).toHaveValue("José");
  // A page that is drawn anew has lost it, and says so.
  const chosen = file.evaluate((field: HTMLInputElement) => field.files!.length);
  expect(await chosen).toBe(inPlace ? 1 : 0);
  await expect(page.getByText("arquivos não ficam guardados")).toHaveCount(inPlace ? 0 : 1);
  if (inPlace) await expect(page).toHaveURL(reference);
}

/** The first category of the catalogue. */
async function names(page: Page, look: member.Look): Promise<void> {
  await page.goto("/administracao/categorias");
  await look(page);
  // The portal's own API has a category already.
  const fresh = page.getByRole("group", { name: "Nova categoria" });
  await fresh.getByLabel("Nome em português").fill("Identidade");
  await fresh.getByLabel("Nome no endereço").fill("identidade");
  await page.getByRole("button", { name: "Salvar" }).click();
  await expect(page.getByRole("status").first()).toContainText("Categorias salvas.");
}

/** Every part of the API, as its menu leads there. */
async function writes(page: Page, look: member.Look): Promise<void> {
  await part(page, "Identificação");
  await page.getByLabel("Versão").fill("1.0.0");
  await page.getByLabel("Categoria").selectOption({ label: "Identidade" });
  await page.getByLabel("Caminho base").fill("/numbers/v1");
  await save(page, look);

  await part(page, "Textos em português");
  await page.getByLabel("Resumo").fill("Confirma um número.");
  await page.getByRole("textbox", { name: "Apresentação" }).fill(article);
  await page.getByRole("textbox", { name: "Documentação" }).fill(article);
  await page.getByRole("button", { name: "Pré-visualizar: Documentação" }).click();
  await expect(page.locator(".preview").getByRole("heading", { name: "O que é" })).toBeVisible();
  await look(page);
  await save(page, look);

  await part(page, "Planos");
  await page.getByLabel("Oferecer o Trial").check();
  await page.getByLabel("Chamadas").first().fill("100");
  await page.getByLabel("Prazo em dias").first().fill("30");
  await save(page, look);

  await part(page, "Respostas");
  await page.getByLabel("Status HTTP").fill("200");
  await page.getByLabel("O que quer dizer, em português").fill("O número é conhecido.");
  await save(page, look);

  await part(page, "Documento OpenAPI");
  await page.getByLabel("Arquivo").setInputFiles({
    name: "openapi.yaml",
    mimeType: "application/yaml",
    buffer: Buffer.from(document),
  });
  await page.getByRole("button", { name: "Enviar e salvar" }).click();
  await expect(page.getByText("2 operações")).toBeVisible();
  await look(page);

  await part(page, "Chamadas");
  await page.getByLabel(/O ambiente de testes responde/).check();
  await save(page, look);
}

async function save(page: Page, look: member.Look): Promise<void> {
  await page.getByRole("button", { name: "Salvar", exact: true }).click();
  await expect(page.getByRole("status").first()).toContainText("Salvo no rascunho.");
  await look(page);
}

/** Opens a part by the menu, which is folded on a phone. */
async function part(page: Page, name: string): Promise<void> {
  const menu = page.getByRole("navigation", { name: /^Partes de/ });
  const link = menu.getByRole("link", { name: new RegExp(`^${name}`) });
  if (!(await link.isVisible())) await menu.locator("summary").click();
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
