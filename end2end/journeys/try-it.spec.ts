/** From the reference to a call of one's own, and on to the program that makes it. */
import { demoApplications, keysOf } from "../harness/keys";
import { signIn, demoPassword } from "../harness/sign-in";
import { expect, test } from "../harness/test";

test("an operation is tried from the reference, and the same is there as a program", async ({
  page,
  baseURL,
  look,
}) => {
  test.setTimeout(180_000);
  await keysOf(baseURL!, "crm-na-nuvem");
  await page.goto("/catalogo/crm-na-nuvem/referencia#list-contacts");
  await page.getByRole("link", { name: "Testar: Listar contatos" }).click();

  // Whoever is not signed in is led to it, and back.
  await page.getByLabel("E-mail").fill(demoApplications["crm-na-nuvem"].owner);
  await page.getByLabel("Senha", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
  // Emily reads English.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Try it: List contacts");
  await look(page);

  await page.getByLabel("limit", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Call the sandbox" }).click();
  const result = page.getByRole("region", { name: "Result" });
  await expect(result).toContainText("GET");
  await expect(result).toContainText("/crm/v1/contacts?limit=2");
  await expect(result).toContainText('"name": "Ana Souza"');
  await expect(page.getByLabel("limit", { exact: true })).toHaveValue("2");
  await look(page);

  await result.locator("summary", { hasText: "Python" }).click();
  await expect(result.locator("#exemplo-python")).toContainText("/crm/v1/contacts?limit=2");
  await page.getByRole("link", { name: "See the program" }).click();
  await expect(page.locator("#exemplo-shell")).toContainText("/crm/v1/contacts");
});

test("whoever has no application is led to the plans", async ({ page, member, look }) => {
  await signIn(page, member.person.email, member.person.password);
  await page.goto("/catalogo/smv/referencia/verify-number/testar");
  await look(page);
  await page.getByRole("link", { name: "Ver os planos" }).click();
  await expect(page.getByRole("heading", { name: "Planos" })).toBeVisible();
});
