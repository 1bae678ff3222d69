/** Programs of other systems: an administrator registers them, they get tokens, these are revoked. */
import { type APIRequestContext, type APIResponse, type Page } from "@playwright/test";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

const ANA = "ana.souza@bancoexemplo.com.br";

interface Keys {
  id: string;
  secret: string;
}

/** Fills in the form that a button leads to; what the page shows once. */
async function registers(page: Page, button: string, name: string, look: (page: Page) => Promise<void>): Promise<Keys> {
  await page.goto("/administracao/clientes");
  await page.getByRole("link", { name: button }).click();
  await look(page);
  await expect(page.getByText("nunca mais aparece")).toBeVisible();
  await page.getByLabel("Nome", { exact: true }).fill(name);
  const account = page.getByLabel("Usuário associado");
  if (await account.count()) await account.fill(ANA);
  await page.getByRole("button", { name: "Registrar cliente" }).click();
  await expect(page.getByRole("alert")).toContainText("Escolha ao menos um escopo.");
  await page.getByLabel("Verificação silenciosa").check();
  await page.getByRole("button", { name: "Registrar cliente" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cliente registrado");
  await expect(page.getByText("Esta é a última vez que ele aparece.")).toBeVisible();
  await look(page);
  const id = (await page.locator("#client-id").innerText()).trim();
  const secret = (await page.locator("#client-secret").innerText()).trim();
  await page.getByRole("link", { name: "Ver o cliente" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  expect(await page.content()).not.toContain(secret);
  return { id, secret };
}

/** What the documented program sends. */
async function asks(program: APIRequestContext, fields: Record<string, string>): Promise<string> {
  const answer = await program.post("/Api/access_token", {
    headers: { "Content-Type": "application/vnd.api+json", Accept: "application/vnd.api+json" },
    data: JSON.stringify(fields),
  });
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function calls(program: APIRequestContext, token: string): Promise<APIResponse> {
  const data = { msisdn: "5511999990200", ip: "203.0.113.10", port: 51544, timestamp: Math.floor(Date.now() / 1000) };
  return program.post("/identity/v1/mobileidentities/smvs", {
    headers: { Authorization: `Bearer ${token}` },
    data: { data },
  });
}

test("an administrator registers both kinds of client, and a revoked token opens nothing at once", async ({
  page,
  playwright,
  baseURL,
  look,
}) => {
  test.setTimeout(120_000);
  const program = await playwright.request.newContext({ baseURL: baseURL! });
  await signIn(page, "admin@balcao.example", demoPassword);
  await expect(page).not.toHaveURL(/\/entrar/);
  await page.goto("/administracao/clientes");
  await look(page);
  const tag = Date.now();
  const people = await registers(page, "Novo cliente de senha", `Vendas ${tag}`, look);
  const own = await registers(page, "Novo cliente de credenciais", `ERP ${tag}`, look);

  const [client, anas] = [
    { grant_type: "client_credentials", client_id: own.id, client_secret: own.secret },
    {
      grant_type: "password",
      client_id: people.id,
      client_secret: people.secret,
      username: ANA,
      password: demoPassword,
    },
  ];
  expect((await calls(program, await asks(program, anas))).status()).toBe(200);
  const token = await asks(program, client);
  expect((await calls(program, token)).status()).toBe(200);

  await page.reload();
  await look(page);
  await page.getByRole("checkbox", { name: /^[0-9a-f-]{36}/ }).check();
  await page.getByRole("button", { name: "Revogar os escolhidos" }).click();
  await expect(page.getByRole("status").first()).toContainText("Tokens revogados.");
  await look(page);
  expect((await calls(program, token)).status()).toBe(401);

  await page.goto(`/administracao/clientes/${own.id}`);
  await page.getByRole("link", { name: "Alterar segredo" }).click();
  await look(page);
  await page.getByLabel("Agora").check();
  await page.getByRole("button", { name: "Trocar o segredo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Segredo trocado");
  await page.getByRole("link", { name: "Ver o cliente" }).click();
  await page.getByRole("link", { name: "Excluir" }).click();
  await look(page);
  await page.getByRole("button", { name: "Excluir" }).click();
  await expect(page.getByRole("status").first()).toContainText("Cliente excluído");
  await program.dispose();
});
