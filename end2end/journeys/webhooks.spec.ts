/** An owner has a program told of what happens: makes a webhook, tries it, reads the log, pauses it. */
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

const ANA = "ana.souza@bancoexemplo.com.br";

test("an owner makes a webhook, sees its secret once, and reads what was sent to it", async ({ page, look }) => {
  test.setTimeout(120_000);
  await signIn(page, ANA, demoPassword);
  await expect(page).not.toHaveURL(/\/entrar/);
  await page.goto("/minhas-aplicacoes");
  await page.getByRole("link", { name: "Ver detalhes" }).first().click();
  await page.locator(".page-head").getByRole("link", { name: "Webhooks" }).click();
  await look(page);

  await page.getByRole("link", { name: "Novo webhook" }).click();
  await look(page);
  await page.getByLabel("Endereço").fill("http://receptor.invalid/balcao");
  await page.getByRole("button", { name: "Criar webhook" }).click();
  await expect(page.getByRole("alert")).toContainText("https://");
  await expect(page.getByRole("alert")).toContainText("Escolha ao menos um evento.");
  await look(page);
  // No name ends like this one (RFC 6761), so nobody is sent anything.
  const address = `receptor.invalid/${Date.now()}`;
  await page.getByLabel("Endereço").fill(`https://${address}`);
  await page.getByLabel("Chave criada").check();
  await page.getByRole("button", { name: "Criar webhook" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Webhook criado");
  await look(page);
  const secret = (await page.locator("#webhook-secret").innerText()).trim();
  expect(secret).toMatch(/^whsec_/);

  await page.getByRole("link", { name: "Ver o webhook" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(address);
  expect(await page.content()).not.toContain(secret);
  await page.getByRole("button", { name: "Enviar teste" }).click();
  await expect(page.getByRole("status").first()).toContainText("O teste está a caminho.");
  // The worker tries it a moment later.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/^Falhando desde/)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await look(page);
  await page.locator("#entregas").getByRole("link", { name: "Teste" }).click();
  await expect(page.locator("#corpo-enviado")).toContainText("webhook.test");
  await expect(page.locator(".timeline")).toContainText("Tentativa 1");
  await look(page);

  await page.getByRole("link", { name: address }).click();
  await page.getByRole("button", { name: "Pausar" }).click();
  await expect(page.getByRole("status").first()).toContainText("Webhook pausado.");
  await look(page);
  await page.getByRole("link", { name: "Apagar" }).click();
  await look(page);
  await page.getByRole("button", { name: "Apagar" }).click();
  await expect(page.getByRole("status").first()).toContainText("Webhook apagado.");
});
