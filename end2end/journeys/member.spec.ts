/** A member, from "Cadastre-se" to the first answered call. */
import { Application } from "../harness/application";
import { decide } from "../harness/keys";
import { linkIn } from "../harness/mail";
import * as member from "../harness/member";
import { newCompany, newPerson } from "../harness/people";
import { expect, test } from "../harness/test";

test("a developer registers, asks for an API and calls it with the credential", async ({
  page,
  baseURL,
  request,
  mailbox,
  look,
  javaScriptEnabled,
}) => {
  test.setTimeout(300_000);
  const person = newPerson();
  const company = newCompany();
  await page.goto("/");
  await look(page);
  await member.registers(page, person, look);

  const link = linkIn(await mailbox.waitFor(person.email, /senha/i), "/acesso/");
  // Mail scanners open links; that must not use them up.
  for (let time = 0; time < 3; time += 1) expect((await request.get(link)).status()).toBe(200);
  await member.entersBy(link, page, person, look);

  const application = `${company.groupName} – SMV`;
  await member.findsTheTrial(page, look);
  await member.createsGroup(page, company, look);
  await member.describes(page, application, look);
  await decide(baseURL!, await member.files(page, company, look), "aprovar");

  await page.goto(linkIn(await mailbox.waitFor(person.email, /aprovada/i), "/minhas-aplicacoes/"));
  await expect(page.getByRole("heading", { name: application })).toBeVisible();
  await look(page);
  const program = new Application(await member.revealsKeys(page, javaScriptEnabled ?? true, look));
  expect(await program.verify(baseURL!, await program.token(baseURL!))).toBe(200);
  await member.triesItNow(page, look);
});
