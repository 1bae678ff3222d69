/** The pages of an API: the menu beside them, links to one operation, and a choice without script. */
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/test";

const api = "/catalogo/crm-na-nuvem";

for (const path of ["", "/documentacao", "/referencia", "/exemplos", "/versoes"]) {
  test(`axe finds nothing on ${path === "" ? "the overview" : path}`, async ({ page }, { project }) => {
    test.skip(project.name === "no-javascript", "two browsers are enough");
    test.setTimeout(180_000);
    await page.goto(api + path);
    await expectAccessible(page);
  });
}

test("the menu leads from page to page, folded on a phone", async ({ page }, { project }) => {
  await page.goto(api);
  const menu = page.getByRole("navigation", { name: "Páginas de CRM na nuvem" });
  const reference = menu.getByRole("link", { name: "Referência" });
  const fold = menu.locator("summary");
  if (project.name === "phone") {
    await expect(reference).toBeHidden();
    await fold.click();
  } else {
    await expect(fold).toBeHidden();
  }
  await reference.click();
  await expect(page).toHaveURL(`${api}/referencia`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Referência");
});

test("a link to an operation leads to it", async ({ page }) => {
  await page.goto(`${api}/referencia#change-contact`);
  await expect(page.getByRole("heading", { name: "Alterar um contato" })).toBeInViewport();
});

test("the operation and the language are chosen without script, and the language is kept", async ({ page }) => {
  await page.goto(`${api}/exemplos`);
  await page.getByLabel("Operação").selectOption("Ler um contato");
  await page.getByRole("button", { name: "Mostrar" }).click();
  await expect(page.locator("#chamada-texto")).toContainText("GET /crm/v1/contacts/1001");
  await page.getByRole("link", { name: "Python" }).click();
  await expect(page.locator("#exemplo-python")).toBeVisible();
  await expect(page.locator("#chamada-texto")).toContainText("GET /crm/v1/contacts/1001");
  await page.goto("/catalogo/smv/exemplos");
  await expect(page.locator("#exemplo-python")).toBeVisible();
});
