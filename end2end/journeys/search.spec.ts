/** Somebody looks for an API without knowing its name, with and without script. */
import { expect, test } from "../harness/test";

test("a visitor finds an API by a field and goes to the passage that has it", async ({ page, look }) => {
  await page.goto("/catalogo");
  const field = page.getByLabel("Buscar", { exact: true });
  await field.fill("MSISDN");
  await field.press("Enter");
  await expect(page).toHaveURL(/q=MSISDN/);
  const first = page.locator(".card").first();
  await expect(first.getByRole("heading")).toContainText("Verificação silenciosa");
  await expect(first.locator("mark").first()).toHaveText(/msisdn/i);
  await look(page);
  const way = first.locator(".card__passage a");
  const fragment = (await way.getAttribute("href"))!.split("#")[1];
  await way.click();
  await expect(page).toHaveURL(/\/catalogo\/smv\/?.*#/);
  await expect(page.locator(`[id="${fragment}"]`)).toBeInViewport();
});

test("a search in vain says what to do, and filters stay in the address", async ({ page, look }) => {
  await page.goto("/catalogo?q=xadrez&categoria=credito");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Nenhuma API encontrada");
  await look(page);
  await page.getByRole("link", { name: "Buscar sem filtros" }).click();
  await expect(page).toHaveURL("/catalogo?q=xadrez");
  await page.getByRole("link", { name: "Ver o catálogo inteiro" }).click();
  await expect(page.locator(".card")).toHaveCount(4);
  await page.getByText("Mais filtros e ordem").click();
  await page.getByLabel("Ordem").selectOption("Nome");
  await page.getByRole("button", { name: "Filtrar" }).click();
  await expect(page).toHaveURL(/ordem=nome/);
  await expect(page.getByLabel("Ordem")).toHaveValue("nome");
});

test("a link in another language is read in it, and so is what follows", async ({ page }) => {
  await page.goto("/catalogo?idioma=en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("API catalogue");
  await page.locator(".card__title a").first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("the key / leads to the search, which suggests as one types", async ({ page, hydrated, javaScriptEnabled, look }) => {
  test.skip(javaScriptEnabled === false, "suggestions need JavaScript");
  await page.goto("/catalogo");
  await page.locator("h1").click();
  await page.keyboard.press("/");
  const field = page.getByLabel("Buscar", { exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");
  await hydrated(page);
  await field.pressSequentially("verificacao");
  const first = page.getByRole("option").first();
  await expect(first).toContainText("Verificação silenciosa");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await look(page);
  await field.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await first.getAttribute("id"))!);
  await field.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(field).toHaveValue("verificacao");
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(page).toHaveURL("/catalogo/smv");
});
