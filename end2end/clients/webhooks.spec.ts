/** Receivers of webhooks, which verify what arrives by npm's standardwebhooks. */
import { lookup } from "node:dns/promises";
import { hostname } from "node:os";
import * as standard from "standardwebhooks";
import { Authority } from "../harness/authority";
import { expect, test, type Webhook } from "../harness/company";
import { type Management, type Resource, to } from "../harness/management";
import { answers, holds, type Message, type Receiver, soon, takes } from "../harness/receiver";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Told {
  type: string;
  timestamp: string;
  data: Record<string, string>;
}

/** The body of a message whose signature is good; throws where it is not. */
function verified({ headers, body }: Message, secret: string): Told {
  return new standard.Webhook(secret).verify(body, headers) as Told;
}

const identifier = ({ headers }: Message) => headers["webhook-id"];
const told = ({ messages }: Receiver) => messages.map(({ body }) => JSON.parse(body) as Told);

/** Waits until the log has attempts that are like these, and no others. */
async function logs(webhook: Webhook, delivery: string, ...attempts: object[]): Promise<void> {
  const log = async () => (await webhook.delivery(delivery)).log;
  await expect.poll(log, soon).toMatchObject(attempts);
}

/** Ana's application that is approved. */
async function application(ana: Management): Promise<Resource> {
  const [first] = await ana.reads<Resource[]>("applications?filter[state]=approved&sort=requestedAt");
  return first!;
}

/** Ana's program asks for the CRM in the name of her group. */
async function asks(ana: Management, name: string): Promise<Resource> {
  const apis = await ana.reads<Resource[]>("apis");
  const [group] = await ana.reads<Resource[]>("groups");
  const api = apis.find(({ attributes }) => attributes.slug === "crm-na-nuvem")!;
  const about = { plan: "trial", name, description: "Manter os dados do ERP em dia, sem digitar nada." };
  return ana.makes("requests", about, { api: to("apis", api.id), group: to("groups", group!.id) });
}

test("a receiver verifies a test and what happened, and is told identifiers alone", async ({
  balcao,
  ana,
  carlos,
  receives,
  listens,
}) => {
  const receiver = await receives();
  const webhook = await listens(receiver.url, "request.submitted", "request.approved", "key.added");
  const arrives = async (type: string) => verified(await receiver.gets(type), webhook.secret);
  const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

  await webhook.tests();
  expect(await arrives("webhook.test")).toEqual({ type: "webhook.test", timestamp: moment, data: {} });

  const { id, relationships } = await asks(ana, "ERP da matriz");
  const about = {
    request: id,
    group: relationships.group!.data!.id,
    api: relationships.api!.data!.id,
    application: expect.stringMatching(uuid),
    link: `${balcao.url}/api/v1/requests/${id}`,
  };
  const submitted = await arrives("request.submitted");
  expect(submitted).toEqual({ type: "request.submitted", timestamp: moment, data: about });
  await carlos.makes(`requests/${id}/decisions`, { outcome: "approved" });
  const approved = await arrives("request.approved");
  expect(approved).toEqual({ type: "request.approved", timestamp: moment, data: submitted.data });

  const path = `applications/${approved.data.application}`;
  const { id: key, attributes } = await ana.makes<{ secretKey: string }>(`${path}/secrets`, { label: "ERP novo" });
  const { request: _, ...others } = about;
  const data = { ...others, application: approved.data.application, key, link: `${balcao.url}/api/v1/${path}` };
  expect(await arrives("key.added")).toEqual({ type: "key.added", timestamp: moment, data });

  expect(new Set(receiver.messages.map(identifier)).size).toBe(4);
  const everything = JSON.stringify(receiver.messages);
  for (const hidden of ["ERP da matriz", "ERP novo", attributes.secretKey]) expect(everything).not.toContain(hidden);
  expect(() => verified(receiver.messages[0]!, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).toThrow("signature");
});

test("a receiver verifies by the old secret and by the new one after a rotation", async ({ receives, listens }) => {
  const receiver = await receives();
  const webhook = await listens(receiver.url, "key.added");
  const another = await webhook.rotates();
  expect(another).not.toBe(webhook.secret);
  await webhook.tests();
  const message = await receiver.gets("webhook.test");
  expect(verified(message, webhook.secret)).toEqual(verified(message, another));
});

test("a receiver that fails at first gets the same message again, and the log shows both attempts", async ({
  receives,
  listens,
}) => {
  test.setTimeout(90_000);
  const receiver = await receives();
  receiver.next = [answers(500, "not now")];
  const webhook = await listens(receiver.url, "key.added");
  const delivery = await webhook.tests();
  const failed = { number: 1, status: 500, failure: null, answer: "not now" };
  await logs(webhook, delivery, failed, { number: 2, status: 204, failure: null, answer: "" });
  expect(await webhook.delivery(delivery)).toMatchObject({ state: "delivered" });

  const [first, second, ...others] = receiver.messages;
  expect(others).toEqual([]);
  expect(identifier(second!)).toBe(identifier(first!));
  expect(verified(second!, webhook.secret)).toEqual(verified(first!, webhook.secret));
});

test("a redirect is not followed, and is kept as a failed attempt", async ({ receives, listens }) => {
  const [receiver, elsewhere] = [await receives(), await receives()];
  receiver.always = answers(302, "over there", { Location: elsewhere.url });
  const webhook = await listens(receiver.url, "key.added");
  const delivery = await webhook.tests();
  await receiver.gets("webhook.test");
  await logs(webhook, delivery, { number: 1, status: 302, failure: null, answer: "over there" });
  expect(await webhook.delivery(delivery)).toMatchObject({ state: "pending" });
  expect(elsewhere.connections).toBe(0);
});

test("a receiver whose authority nobody trusts gets nothing", async ({ directory, receives, listens }) => {
  const receiver = await receives(await Authority.in(directory));
  const webhook = await listens(receiver.url, "key.added");
  await logs(webhook, await webhook.tests(), { number: 1, status: null, failure: "tls" });
  expect(receiver.connections).toBe(1);
  expect(receiver.messages).toEqual([]);
});

test("a receiver that never answers is given up after 15 seconds, and keeps no other waiting", async ({
  receives,
  listens,
}) => {
  test.setTimeout(90_000);
  const [silent, quick] = [await receives(), await receives()];
  silent.always = holds;
  const [late, other] = [await listens(silent.url, "key.added"), await listens(quick.url, "key.added")];
  const [waits, passes] = [await late.tests(), await other.tests()];
  await quick.gets("webhook.test");
  await logs(other, passes, { number: 1, status: 204 });
  await logs(late, waits, { number: 1, status: null, failure: "timeout" });

  const [given] = (await late.delivery(waits)).log;
  const [taken] = (await other.delivery(passes)).log;
  expect(given!.milliseconds).toBeGreaterThanOrEqual(15_000);
  expect(new Date(taken!.at).getTime()).toBeLessThan(new Date(given!.at).getTime());
});

test("what happened before the portal was killed arrives once it is there again", async ({
  instances,
  balcao,
  ana,
  receives,
  listens,
}) => {
  const receiver = await receives();
  receiver.always = holds;
  const webhook = await listens(receiver.url, "key.added");
  const secrets = `applications/${(await application(ana)).id}/secrets`;
  const { id: sent } = await ana.makes(secrets, { label: "ERP" });
  await receiver.gets("key.added");
  // The first is on its way; how far the second came, nobody knows.
  const { id: queued } = await ana.makes(secrets, { label: "ERP novo" });
  await instances.kill(balcao);
  receiver.always = takes;

  await instances.start("receivers-again");
  const arrived = () => told(receiver).map(({ data }) => data.key);
  await expect.poll(() => arrived().filter((key) => key === sent).length, soon).toBe(2);
  await expect.poll(arrived, soon).toContain(queued);
  const copies = receiver.messages.filter((_, at) => arrived()[at] === sent);
  expect(new Set(copies.map(identifier)).size).toBe(1);
  for (const message of receiver.messages) expect(verified(message, webhook.secret).type).toBe("key.added");
});

test.describe("of a portal without networks of its own", () => {
  test.use({ networks: "" });

  /** A name of this machine, other than those that nobody may give. */
  async function ownName(): Promise<{ name: string; address: string }> {
    for (const name of [hostname(), "localhost.localdomain", "ip6-localhost"]) {
      const address = await lookup(name).catch(() => undefined);
      if (address && /^127\.|^::1$/.test(address.address)) return { name, address: address.address };
    }
    throw new Error("no name but localhost leads to this machine");
  }

  test("addresses within its walls are refused, and a name that leads there is not followed", async ({
    ana,
    receives,
    listens,
  }) => {
    const [group] = await ana.reads<Resource[]>("groups");
    const relationships = { group: to("groups", group!.id) };
    for (const host of ["127.0.0.1", "[::1]", "localhost", "10.0.0.1", "2130706433", "[::ffff:127.0.0.1]"]) {
      const about = { url: `https://${host}/`, events: ["key.added"] };
      const { status, document } = await ana.tries("webhooks", about, relationships);
      expect(status, host).toBe(422);
      expect(document.errors).toMatchObject([{ source: { pointer: "/data/attributes/url" } }]);
    }

    const place = await ownName();
    const receiver = await receives(undefined, place);
    const webhook = await listens(receiver.url, "key.added");
    await logs(webhook, await webhook.tests(), { number: 1, status: null, failure: "address" });
    expect(receiver.connections).toBe(0);
  });
});
