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

function client(portal: string, token: string): Kitsu {
  return new Kitsu({ baseURL: `${portal}/api/v1`, headers: { Authorization: `Bearer ${token}` } });
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
  expect(credential).toMatchObject({ type: "credentials", publicKey: expect.stringMatching(/^\w{20}$/) });
  expect(JSON.stringify(credential)).not.toContain("blc_");
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
  await carlos.create(`${address}/resumptions`, { reason: null });
  expect(await seen()).toEqual({ state: "approved", reason: null });
  await carlos.create(`${address}/revocations`, { reason: "O contrato acabou." });
  expect(await seen()).toEqual({ state: "revoked", reason: "O contrato acabou." });
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
