/** An administrator, who gives roles and looks after jobs. */
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

test("an administrator gives somebody a role, which counts at once, and looks after jobs", async ({
  page,
  member: { person, visitor },
  mailbox,
  look,
}) => {
  test.setTimeout(120_000);
  const name = `${person.firstName} ${person.lastName}`;
  await expect(visitor.reads("/suporte/contas")).rejects.toThrow(/403/);
  await signIn(page, "admin@balcao.example", demoPassword);
  await expect(page).not.toHaveURL(/\/entrar/);
  await page.goto("/administracao/pessoas");
  await look(page);
  await page.getByLabel("E-mail ou nome").fill(person.email);
  await page.getByRole("button", { name: "Buscar" }).click();
  await page.getByRole("group", { name: `Papéis de ${name}` }).getByLabel("Suporte").check();
  await page.getByRole("button", { name: `Salvar os papéis de ${name}` }).click();
  await expect(page.getByRole("status").first()).toContainText("Papéis salvos.");

  expect(await visitor.reads("/suporte/contas")).toContain("Encontre uma conta");
  const told = await mailbox.waitFor(person.email, /papéis/i);
  expect(told.text).toContain("Agora: Suporte.");

  await page.goto("/administracao/tarefas");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tarefas");
  await look(page);
});

test("an article is seen below its field while it is written, one at a time", async ({ page, look, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "without JavaScript a button asks for it");
  await signIn(page, "admin@balcao.example", demoPassword);
  await page.goto("/administracao/apis/smv/textos/pt-BR");
  const [presentation, documentation] = ["Apresentação", "Documentação"].map((name) => page.getByLabel(name, { exact: true }));
  const articles = page.locator(".preview:visible");
  await expect(articles).toHaveCount(0);
  await presentation!.click();
  await expect(articles.getByRole("heading", { name: "Quando usar" })).toBeVisible();
  await presentation!.fill("## Um título novo\n\n<script>alert(1)</script>");
  await expect(articles.getByRole("heading", { name: "Um título novo" })).toBeVisible();
  await expect(articles).toContainText("<script>");
  await documentation!.click();
  await expect(articles).toHaveCount(1);
  await expect(articles.getByRole("heading", { name: "Um título novo" })).toHaveCount(0);
  await look(page);
});

test("an administrator tells of an incident, which readers see until it is over", async ({ page, look }) => {
  const title = `Lentidão no CRM ${Date.now()}`;
  await signIn(page, "admin@balcao.example", demoPassword);
  await page.goto("/administracao/incidentes");
  await look(page);
  await page.getByRole("link", { name: "Novo incidente" }).click();
  await look(page);
  await page.getByLabel("Título em português").fill(title);
  await page.getByLabel("Instabilidade").check();
  await page.getByLabel("CRM na nuvem").check();
  await page.getByLabel("Nota em português").fill("Parte das chamadas demora.");
  await page.getByRole("button", { name: "Publicar" }).click();
  await expect(page.getByRole("status").first()).toContainText("Incidente publicado.");
  await look(page);

  await page.goto("/catalogo/crm-na-nuvem");
  await expect(page.getByRole("note").filter({ hasText: title })).toContainText("Em investigação");
  await page.getByRole("note").filter({ hasText: title }).getByRole("link").click();
  await expect(page).toHaveURL(/\/situacao#incidente-/);
  const told = page.getByRole("article").filter({ hasText: title });
  await expect(told).toContainText("Parte das chamadas demora.");
  await look(page);

  await page.goto("/administracao/incidentes");
  await page.getByRole("link", { name: title }).click();
  await page.getByLabel("Etapa").selectOption({ label: "Resolvido" });
  await page.getByLabel("Nota em português").fill("Voltou ao normal.");
  await page.getByRole("button", { name: "Publicar a nota" }).click();
  await expect(page.getByRole("status").first()).toContainText("incidente encerrado");
  await page.goto("/catalogo/crm-na-nuvem");
  await expect(page.getByRole("note").filter({ hasText: title })).toHaveCount(0);
});
