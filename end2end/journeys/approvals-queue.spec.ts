/** A contract manager clears a morning's queue: one by one, one with a reason, two at once, by keys. */
import { type Page } from "@playwright/test";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

const REASON = "Falta dizer quantas chamadas por mês.";
const DECIDED = 20;

/** Counts what the work costs: presses of the manager, and pages that are loaded. */
class Effort {
  presses = 0;
  loads = 0;

  constructor(private readonly page: Page) {
    page.on("framenavigated", (frame) => {
      if (frame === page.mainFrame()) this.loads += 1;
    });
  }

  async press(role: "button" | "link", name: string | RegExp): Promise<void> {
    this.presses += 1;
    await this.page.getByRole(role, { name }).first().click();
  }
}

test("a contract manager decides twenty requests in a row, then two at once", async ({
  page,
  member: { person, visitor },
  look,
}) => {
  test.setTimeout(300_000);
  for (let asked = 0; asked < DECIDED + 3; asked += 1) await visitor.asks(person.email);
  await signIn(page, "gestor@balcao.example", demoPassword);
  const list = `/aprovacoes?busca=${encodeURIComponent(person.email)}`;
  await page.goto(list);
  await expect(page.locator("#fila tbody tr")).toHaveCount(DECIDED + 3);
  await look(page);

  const effort = new Effort(page);
  await effort.press("link", "Começar pela primeira");
  for (let decided = 0; decided < DECIDED; decided += 1) {
    await expect(page).toHaveURL(/\/aprovacoes\/[0-9a-f-]{36}\?lista=/);
    if (decided === 4) {
      await page.getByLabel("Mensagem ao solicitante").fill(REASON);
      await effort.press("button", "Recusar solicitação");
      await expect(page.getByRole("status").first()).toContainText("Solicitação recusada");
    } else {
      await effort.press("button", "Aprovar solicitação");
      await expect(page.getByRole("status").first()).toContainText("Solicitação aprovada");
    }
    // The list is as it was, with its filter.
    await expect(page).toHaveURL(/\/aprovacoes\?busca=/);
    if (decided + 1 < DECIDED) await effort.press("link", "Próxima solicitação");
  }
  // A press to start with, one for each decision, and one for the way to each other request.
  expect(effort.presses).toBe(2 * DECIDED);

  await expect(page.locator("#fila tbody tr")).toHaveCount(3);
  const boxes = page.getByRole("checkbox", { name: /Selecionar a solicitação/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await effort.press("button", "Decidir sobre as selecionadas…");
  await look(page);
  await effort.press("button", "Aprovar 2 solicitações");
  await expect(page.getByText("Decididas: 2.")).toBeVisible();
  await look(page);
  test.info().annotations.push({
    type: "effort",
    description: `${effort.presses} presses and ${effort.loads} page loads for ${DECIDED + 2} decisions`,
  });
  await effort.press("link", "Voltar à lista");
  await expect(page.locator("#fila tbody tr")).toHaveCount(1);
});

test("keys go through the list, open the decision and can be turned off", async ({
  page,
  member: { person, visitor },
  hydrated,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled === false, "keys are an island");
  test.setTimeout(120_000);
  for (let asked = 0; asked < 3; asked += 1) await visitor.asks(person.email);
  await signIn(page, "gestor@balcao.example", demoPassword);
  await page.goto(`/aprovacoes?busca=${encodeURIComponent(person.email)}`);
  await hydrated(page);
  const links = page.locator("#fila .table__title > a");
  await links.nth(0).focus();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.nth(0)).toBeFocused();

  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Teclas da lista" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Fechar" }).click();
  await links.nth(0).focus();
  await page.keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();

  // Letters are letters where somebody types.
  await page.reload();
  await hydrated(page);
  await page.locator("#busca").pressSequentially("jar");
  await expect(page.locator("#busca")).toHaveValue(/jar/);
  await links.nth(1).focus();
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/\/aprovacoes\/[0-9a-f-]{36}\?lista=.*#reason$/);
});
