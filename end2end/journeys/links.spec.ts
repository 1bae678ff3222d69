/** Somebody with a link of a mail, at whatever device it is opened. */
import { linkIn } from "../harness/mail";
import { entersBy } from "../harness/member";
import { agesLinks, createsUser } from "../harness/owner";
import { newCompany, newPerson } from "../harness/people";
import { expect, test } from "../harness/test";

test("a link that expired brings another, which lets in on another device, once", async ({
  page,
  anotherPage,
  mailbox,
  look,
}) => {
  test.setTimeout(120_000);
  const person = newPerson();
  await createsUser(person);
  const invitation = linkIn(await mailbox.waitFor(person.email, /senha/i), "/acesso/");
  await agesLinks(person.email);
  await page.goto(invitation);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Este link expirou");
  await look(page);
  await page.getByRole("button", { name: "Receber outro link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Outro link a caminho");

  const link = linkIn(await mailbox.waitFor(person.email, /senha/i, 2), "/acesso/");
  await entersBy(link, await anotherPage(), person);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Este link não vale mais");
  await look(page);
});

test("whoever reads a group's mail confirms its address without an account", async ({
  page,
  member: { visitor },
  mailbox,
  look,
}) => {
  const { email } = newCompany();
  await visitor.asks(email);
  await page.goto(linkIn(await mailbox.waitFor(email, /confirme este e-mail/i), "/acesso/grupo/"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirme o e-mail do grupo");
  await look(page);
  await page.getByRole("button", { name: "Confirmar" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("E-mail confirmado");
});
