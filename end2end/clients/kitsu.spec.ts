/** npm's kitsu, a client of any JSON:API, with the conventions that it has by itself. */
import { randomUUID } from "node:crypto";
import Kitsu from "kitsu";
import { Application } from "../harness/application";
import { type Keys } from "../harness/keys";
import { expect, type Managed, test } from "../harness/managed";

const ANA = "ana.souza@bancoexemplo.com.br";
const RAFAEL = "rafael.nunes@financeira.example";
const MANAGER = "gestor@balcao.example";

/** A resource as kitsu gives it: attributes and relationships beside its type. */
interface Resource {
  id: string;
  type: string;
  [member: string]: unknown;
}

function client(portal: string, token: string, others: ConstructorParameters<typeof Kitsu>[0] = {}): Kitsu {
  return new Kitsu({ baseURL: `${portal}/api/v1`, headers: { Authorization: `Bearer ${token}` }, ...others });
}

const member = async (managed: Managed, email: string) => client(managed.portal, await managed.byPerson(email));
const manager = async (managed: Managed) => client(managed.portal, await managed.byProgram(MANAGER));

/** What a request for access is about, as kitsu sends it. */
async function about(api: Kitsu, slug: string): Promise<Record<string, unknown>> {
  const apis: Resource[] = (await api.get("apis")).data;
  const [group]: Resource[] = (await api.get("groups")).data;
  const { id } = apis.find((found) => found.slug === slug)!;
  return {
    plan: "trial",
    name: `ERP ${randomUUID().slice(0, 8)}`,
    description: "Manter os dados do ERP em dia, sem digitar nada.",
    api: { data: { type: "apis", id } },
    group: { data: { type: "groups", id: group!.id } },
  };
}

interface Refusal {
  status: string;
  code: string;
  source?: object;
}

/** The first of the errors that kitsu hands on from the document. */
async function refusal(act: Promise<unknown>): Promise<Refusal> {
  const told = await act.then(
    () => undefined,
    (error: { errors?: Refusal[] }) => error.errors?.[0],
  );
  if (!told) throw new Error("it was not refused by a document with errors");
  const { status, code, source } = told;
  return { status, code, ...(source && { source }) };
}

test("kitsu reads whose account it acts for", async ({ managed }) => {
  const { data } = await (await member(managed, ANA)).get("accounts/me");
  expect(data).toMatchObject({ type: "accounts", givenName: "Ana", familyName: "Souza", email: ANA, roles: [] });
});

test("kitsu reads a list with what it refers to, and only the fields it asks for", async ({ managed }) => {
  const ana = await member(managed, ANA);
  const { data, links } = await ana.get("applications", {
    params: {
      include: "api,group",
      filter: { state: "approved" },
      fields: { applications: "name,api,group", apis: "slug", groups: "legalName" },
      page: { size: 100 },
      sort: "requestedAt",
    },
  });
  const [first] = data as Resource[];
  expect(first).toMatchObject({
    type: "applications",
    name: "Banco Exemplo – SMV",
    api: { data: { type: "apis", slug: "smv" } },
    group: { data: { type: "groups", legalName: "Banco Exemplo S.A." } },
  });
  for (const absent of ["plan", "state", "applicant", "request"]) expect(first).not.toHaveProperty(absent);
  expect((first!.group as { data: Resource }).data).not.toHaveProperty("cnpj");
  expect(links.next).toBeNull();

  const suspended = await ana.get("applications", { params: { filter: { state: "suspended" } } });
  expect(suspended.data).toEqual([]);
});

test("kitsu follows the links from page to page until the last", async ({ managed }) => {
  const carlos = await manager(managed);
  const ids = (page: { data: Resource[] }) => page.data.map(({ id }) => id);
  const all = ids(await carlos.get("requests", { params: { page: { size: 100 } } }));
  expect(all.length).toBeGreaterThanOrEqual(5);

  let page = await carlos.get("requests", { params: { page: { size: 2 } } });
  const pages = [ids(page)];
  while (page.links.next !== null) {
    // A link is a path of the portal, which kitsu would add to its own base.
    page = await carlos.request({ url: new URL(page.links.next, managed.portal).href, type: "requests" });
    pages.push(ids(page));
  }
  expect(pages).toHaveLength(Math.ceil(all.length / 2));
  expect(pages.flat()).toEqual(all);
});

test("kitsu reads one application, its keys and its use", async ({ managed }) => {
  const ana = await member(managed, ANA);
  const list: Resource[] = (await ana.get("applications", { params: { sort: "requestedAt" } })).data;
  const { id } = list[0]!;
  const { data: one } = await ana.get(`applications/${id}`, { params: { include: "api" } });
  expect(one).toMatchObject({ id, type: "applications", plan: "trial", api: { data: { slug: "smv" } } });
  const { data: credential } = await ana.get(`applications/${id}/credential`);
  const publicKey = expect.stringMatching(/^\w{20}$/);
  expect(credential).toMatchObject({ type: "credentials", publicKey, mayChange: true });
  expect(JSON.stringify(credential)).not.toContain("blc_");
  // A program that nobody gave a password changes no keys.
  const program = client(managed.portal, await managed.byProgram(ANA));
  const { data: same } = await program.get(`applications/${id}/credential`);
  expect(same).toEqual({ ...credential, mayChange: false });
  const { data: usage } = await ana.get(`applications/${id}/usage`, { params: { filter: { window: "7d" } } });
  expect(usage).toMatchObject({ type: "usage", window: "7d", quota: { limit: 1000 } });
});

test("kitsu files a request once, and makes a key that works until it is revoked", async ({ managed }) => {
  const [ana, carlos] = [await member(managed, ANA), await manager(managed)];
  const asked = await about(ana, "crm-na-nuvem");
  const once = { headers: { "Idempotency-Key": randomUUID() } };
  const filed = await ana.create("requests", asked, once);
  expect(filed.status).toBe(201);
  expect(filed.data).toMatchObject({ type: "requests", name: asked.name, state: "pending" });
  const again = await ana.create("requests", asked, once);
  expect(again.data).toEqual(filed.data);
  expect(again.headers["idempotency-replayed"]).toBe("true");

  const decided = await carlos.create(`requests/${filed.data.id}/decisions`, { outcome: "approved" });
  expect(decided.data).toMatchObject({ type: "decisions", outcome: "approved" });
  const { data: request } = await ana.get(`requests/${filed.data.id}`);
  expect(request.state).toBe("approved");
  const application: string = request.application.data.id;

  const made = await ana.create(`applications/${application}/secrets`, { label: "ERP novo" });
  expect(made.data).toMatchObject({ type: "secrets", label: "ERP novo" });
  const program = new Application(made.data as Keys);
  const token = await program.token(managed.portal);
  expect(await program.isActive(managed.portal, token)).toBe(true);
  const revocations = `applications/${application}/secrets/${made.data.id}/revocations`;
  const end = await ana.create(revocations, { lastConfirmed: false });
  expect(end.data.type).toBe("credentials");
  await expect(program.token(managed.portal)).rejects.toThrow("invalid_client");
});

test("kitsu lets a contract manager suspend an application, resume it and end it", async ({ managed }) => {
  const [rafael, carlos] = [await member(managed, RAFAEL), await manager(managed)];
  const filed = await rafael.create("requests", await about(rafael, "smv"));
  await carlos.create(`requests/${filed.data.id}/decisions`, { outcome: "approved" });
  const { data: request } = await rafael.get(`requests/${filed.data.id}`);
  const address = `applications/${request.application.data.id}`;
  const seen = async () => {
    const { data } = await rafael.get(address);
    return { state: data.state, reason: data.reason };
  };

  const reason = "Falta o contrato assinado.";
  await carlos.create(`${address}/suspensions`, { reason });
  expect(await seen()).toEqual({ state: "suspended", reason });
  expect(await refusal(carlos.create(`${address}/suspensions`, { reason }))).toMatchObject({ status: "409" });
  await carlos.create(`${address}/resumptions`, {});
  expect(await seen()).toEqual({ state: "approved", reason: null });
  await carlos.create(`${address}/revocations`, { reason: "O contrato acabou." });
  expect(await seen()).toEqual({ state: "revoked", reason: "O contrato acabou." });
});

test("kitsu changes a webhook as it read it, and none that somebody changed since", async ({ managed }) => {
  const ana = await member(managed, ANA);
  const [group]: Resource[] = (await ana.get("groups")).data;
  const about = { url: "https://receptor.invalid/", events: ["key.added"] };
  const made = await ana.create("webhooks", { ...about, group: { data: { type: "groups", id: group!.id } } });
  expect(made.data).toMatchObject({ ...about, type: "webhooks", secret: expect.stringMatching(/^whsec_/) });

  const id: string = made.data.id;
  const { headers } = await ana.get(`webhooks/${id}`);
  const asRead = { headers: { "If-Match": headers.etag as string } };
  const { data } = await ana.update("webhooks", { id, isPaused: true }, asRead);
  expect(data).toMatchObject({ ...about, pausedAt: expect.any(String), pauseCause: "person" });
  expect(await refusal(ana.update("webhooks", { id, isPaused: false }, asRead))).toMatchObject({ status: "412" });
  expect(await refusal(ana.update("webhooks", { id, isPaused: false }))).toMatchObject({ status: "428" });
  await ana.delete("webhooks", id, { headers: { "If-Match": "*" } });
  expect(await refusal(ana.get(`webhooks/${id}`))).toMatchObject({ status: "404" });
});

test("kitsu decides on several requests at once, and is told what became of each", async ({ managed }) => {
  const ana = await member(managed, ANA);
  // Of itself it would name the type bulkDecisions, where the portal has the name of the path.
  const named = { camelCaseTypes: false };
  const carlos = client(managed.portal, await managed.byProgram(MANAGER), named);
  const filed: string[] = [];
  for (const slug of ["smv", "crm-na-nuvem"]) {
    const { data } = await ana.create("requests", await about(ana, slug));
    filed.push(data.id);
  }
  const nobodys = randomUUID();
  const decided = await carlos.create("bulk-decisions", { outcome: "approved", requests: [...filed, nobodys] });
  expect(decided.data.results).toMatchObject([
    ...filed.map((request) => ({ request, decided: true, code: null })),
    { request: nobodys, decided: false, code: "not_found" },
  ]);
});

test("kitsu is told what is refused, and where", async ({ managed }) => {
  const [ana, carlos] = [await member(managed, ANA), await manager(managed)];
  const filed = await ana.create("requests", await about(ana, "smv"));
  const decisions = `requests/${filed.data.id}/decisions`;

  const notAllowed = { status: "403", code: "not_allowed" };
  expect(await refusal(ana.create(decisions, { outcome: "approved" }))).toEqual(notAllowed);
  const body = { status: "400", code: "invalid_body", source: { pointer: "/data/attributes/outcome" } };
  expect(await refusal(carlos.create(decisions, { outcome: "maybe" }))).toEqual(body);
  expect(await refusal(ana.get(`applications/${randomUUID()}`))).toEqual({ status: "404", code: "not_found" });
  const parameter = { status: "400", code: "invalid_parameter", source: { parameter: "include" } };
  expect(await refusal(ana.get("applications", { params: { include: "owner" } }))).toEqual(parameter);
  const stranger = client(managed.portal, "no-token-at-all");
  expect(await refusal(stranger.get("applications"))).toMatchObject({ status: "401" });

  const reason = "O uso descrito não é permitido.";
  await carlos.create(decisions, { outcome: "rejected", reason });
  const { data: decision } = await ana.get(`requests/${filed.data.id}/decision`);
  expect(decision).toMatchObject({ outcome: "rejected", reason });
});
