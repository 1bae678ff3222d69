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
