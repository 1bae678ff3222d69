/** Somebody looks for an API without knowing its name, with and without script. */
import { expect, test } from "../harness/test";

test("a visitor finds an API by a field and goes to the passage that has it", async ({ page, look }) => {
  await page.goto("/catalogo");
  await page.getByRole("searchbox").fill("MSISDN");
  await page.getByRole("searchbox").press("Enter");
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
  await expect(page.locator(".card")).toHaveCount(3);
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
