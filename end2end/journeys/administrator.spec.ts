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
