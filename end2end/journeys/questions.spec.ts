/** A contract manager who wants to know more before deciding, and an applicant who answers. */
import { type Page } from "@playwright/test";
import { linkIn } from "../harness/mail";
import { type Person } from "../harness/people";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

const manager = "gestor@balcao.example";
const question = "Quantas chamadas por mês, e desde quando?";
const answer = "Cerca de 5.000, a partir de março.";

test("a manager asks, the applicant answers by the mail's link, and the group sees the condition", async ({
  page,
  anotherPage,
  member: { person, visitor },
  mailbox,
  look,
}) => {
  test.setTimeout(120_000);
  const { id, number } = await visitor.asks(person.email);
  await signIn(page, manager, demoPassword);
  await page.goto(`/aprovacoes/${id}`);
  await page.getByLabel("Mensagem ao solicitante").fill(question);
  await page.getByRole("button", { name: "Pedir informações" }).click();
  await expect(page.getByRole("status").first()).toContainText("Pergunta enviada");
  await page.goto(`/aprovacoes/${id}`);
  await expect(page.getByRole("main")).toContainText(question);
  await look(page);

  const asked = await mailbox.waitFor(person.email, new RegExp(`${number}.*informação`));
  const applicant = await anotherPage();
  await answersBy(linkIn(asked, "/solicitacoes/"), applicant, person, look);

  const answered = await mailbox.waitFor(manager, new RegExp(`${number}.*respondida`));
  expect(answered.text).toContain(answer);
  await page.goto(linkIn(answered, "/aprovacoes/"));
  await expect(page.getByRole("main")).toContainText(answer);
  await page.getByText("Condições da aprovação").click();
  await page.getByLabel("Último dia").fill("2031-12-31");
  await look(page);
  await page.getByRole("button", { name: "Aprovar solicitação" }).click();
  await expect(page.getByRole("status").first()).toContainText("Solicitação aprovada");

  const approved = await mailbox.waitFor(person.email, new RegExp(`${number} aprovada`));
  expect(approved.text).toContain("31 de dezembro de 2031");
  await applicant.goto(linkIn(approved, "/minhas-aplicacoes/"));
  await expect(applicant.getByRole("main")).toContainText("31 de dezembro de 2031");
});

/** Signs in where the link leads, and ends at what was asked. */
async function answersBy(
  link: string,
  page: Page,
  person: Person,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  await page.goto(link);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Senha", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(page.getByRole("main")).toContainText(question);
  await look(page);
  await page.getByRole("button", { name: "Enviar resposta" }).click();
  await expect(page.getByRole("alert")).toContainText("Confira");
  await page.getByRole("textbox", { name: "Resposta" }).fill(answer);
  await page.getByRole("button", { name: "Enviar resposta" }).click();
  await expect(page.getByRole("status").first()).toContainText("Resposta enviada");
  await look(page);
}
