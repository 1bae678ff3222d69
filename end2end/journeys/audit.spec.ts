/** An administrator, who reads the audit trail and tells everybody something. */
import { readFile } from "node:fs/promises";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

test("an administrator finds who gave a role, opens the event, and takes the search along", async ({
  page,
  member: { person },
  look,
}) => {
  test.setTimeout(120_000);
  const name = `${person.firstName} ${person.lastName}`;
  await signIn(page, "admin@balcao.example", demoPassword);
  await page.goto("/administracao/pessoas");
  await page.getByLabel("E-mail ou nome").fill(person.email);
  await page.getByRole("button", { name: "Buscar" }).click();
  await page.getByRole("group", { name: `Papéis de ${name}` }).getByLabel("Suporte").check();
  await page.getByRole("button", { name: `Salvar os papéis de ${name}` }).click();
  await expect(page.getByRole("status").first()).toContainText("Papéis salvos.");

  await page.goto("/administracao/auditoria");
  await look(page);
  await page.getByLabel("Quem").fill("admin@balcao.example");
  await page.getByLabel("Ação", { exact: true }).selectOption("Papéis alterados");
  await page.getByRole("button", { name: "Buscar" }).click();
  const newest = page.getByRole("row").nth(1);
  await expect(newest).toContainText("(none) → support");
  await look(page);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exportar como CSV" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file).toContain("account.roles-changed");
  expect(file).not.toContain("account.signed-in");

  await newest.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Papéis alterados");
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Número", { exact: true })).toBeVisible();
  }).toPass({ timeout: 20_000 });
  await look(page);
});

test("what an administrator tells on every page is read by a visitor, until it is taken away", async ({
  page,
  browser,
  look,
}) => {
  const notice = `Manutenção no sábado ${Date.now()}`;
  await signIn(page, "admin@balcao.example", demoPassword);
  await page.goto("/administracao/configuracoes");
  await look(page);
  await page.getByLabel("Aviso (português)").fill(notice);
  await page.getByRole("button", { name: "Salvar" }).click();
  await expect(page.getByRole("status").first()).toContainText("Configurações salvas.");
  const context = await browser.newContext({ locale: "pt-BR" });
  const visitor = await context.newPage();
  await visitor.goto(new URL("/catalogo", page.url()).href);
  await expect(visitor.getByRole("note").filter({ hasText: notice })).toBeVisible();
  await look(visitor);

  await page.goto("/administracao/configuracoes");
  await page.getByLabel("Aviso (português)").fill("");
  await page.getByRole("button", { name: "Salvar" }).click();
  await visitor.reload();
  await expect(visitor.getByRole("note").filter({ hasText: notice })).toHaveCount(0);
  await context.close();
});
