/** A contract manager, who finds in the queue what waits for a decision. */
import { type Page } from "@playwright/test";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

const reason = "Falta dizer quantas chamadas por mês.";

test("a contract manager approves one request of the queue and rejects another with a reason", async ({
  page,
  member: { person, visitor },
  mailbox,
  look,
}) => {
  test.setTimeout(120_000);
  const approved = await visitor.asks(person.email);
  const rejected = await visitor.asks(person.email);
  await signIn(page, "gestor@balcao.example", demoPassword);
  await expect(page).toHaveURL(/\/aprovacoes$/);
  await look(page);

  await page.getByRole("link", { name: approved.number }).click();
  await look(page);
  await page.getByRole("button", { name: "Aprovar solicitação" }).click();
  await expect(page.getByRole("status").first()).toContainText("Solicitação aprovada");
  await mailbox.waitFor(person.email, new RegExp(`${approved.number} aprovada`));

  await findsInTheQueue(page, rejected.number);
  await page.getByRole("button", { name: "Recusar solicitação" }).click();
  await expect(page.getByRole("alert")).toContainText("Confira");
  await look(page);
  await page.getByLabel("Mensagem ao solicitante").fill(reason);
  await page.getByRole("button", { name: "Recusar solicitação" }).click();
  await expect(page.getByRole("status").first()).toContainText("Solicitação recusada");
  const told = await mailbox.waitFor(person.email, new RegExp(`${rejected.number} recusada`));
  expect(told.text).toContain(reason);

  await page.goto("/aprovacoes");
  for (const { number } of [approved, rejected]) {
    await expect(page.getByRole("link", { name: number })).toHaveCount(0);
  }
});

async function findsInTheQueue(page: Page, number: string): Promise<void> {
  await page.goto("/aprovacoes");
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
}
