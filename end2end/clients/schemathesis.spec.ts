/** PyPI's schemathesis reads /openapi.json, makes calls of it, and holds every answer against it. */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Managed, onPortal, test } from "../harness/managed";
import { Management, type Resource, to } from "../harness/management";
import { run } from "../harness/program";

/** Made by `make`, with what python/requirements.txt names. */
const schemathesis = fileURLToPath(new URL("../../target/python/bin/schemathesis", import.meta.url));
const hooks = fileURLToPath(new URL("python/schemathesis_hooks.py", import.meta.url));

const ANA = "ana.souza@bancoexemplo.com.br";
const MANAGER = "gestor@balcao.example";

/** Fewer calls mean that something was not tried. */
const enough = 3000;
/** Each may call 600 times in a minute. */
const programs = 10;

/** What there is to be read and changed. */
type Known = Record<
  | ("apis" | "applications" | "groups" | "requests" | "webhooks")
  | ("decided" | "secret" | "delivery" | "deleted" | "revoked" | "audit-events"),
  string
>;

interface Found {
  state: string;
  secrets: { id: string }[];
}

/** What Ana sees; among it a webhook that is there to be deleted, and an application to be revoked. */
async function known(ana: Management, carlos: Management): Promise<Known> {
  const requests = await ana.reads<Resource<Found>[]>("requests");
  const inState = (state: string) => requests.find(({ attributes }) => attributes.state === state)!.id;
  const [application] = await ana.reads<Resource[]>("applications");
  const { id, relationships } = application!;
  const credential = await ana.reads<Resource<Found>>(`applications/${id}/credential`);
  const group = relationships.group!.data!.id;
  // No name ends like this one (RFC 6761), so nobody is sent anything.
  const about = { url: "https://receptor.invalid/", events: ["key.added"] };
  const webhook = async () => (await ana.makes("webhooks", about, { group: to("groups", group) })).id;
  const webhooks = await webhook();
  const api = relationships.api!.data!.id;
  const asked = { plan: "trial", name: "ERP da filial", description: "Manter os dados do ERP em dia." };
  const second = await ana.makes("requests", asked, { api: to("apis", api), group: to("groups", group) });
  await carlos.makes(`requests/${second.id}/decisions`, { outcome: "approved" });
  const approved = await ana.reads<Resource>(`requests/${second.id}`);
  return {
    apis: api,
    applications: id,
    groups: group,
    requests: inState("pending"),
    decided: inState("approved"),
    secret: credential.attributes.secrets[0]!.id,
    webhooks,
    deleted: await webhook(),
    revoked: approved.relationships.application!.data!.id,
    delivery: (await ana.makes(`webhooks/${webhooks}/tests`)).id,
    // The trail is for administrators, who are none of the two.
    "audit-events": "00000000-0000-7000-8000-000000000000",
  };
}

/** Made-up identifiers would be answered with 404 alone, so each operation is told of one that is there. */
async function configuration(portal: string, there: Known): Promise<string> {
  const document = (await (await fetch(`${portal}/openapi.json`)).json()) as { paths: Record<string, object> };
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => ({ method, path })),
  );
  expect(operations).toContainEqual({ method: "delete", path: "/api/v1/webhooks/{id}" });
  const sections = operations.flatMap(({ method, path }) => {
    const given = parameters(method, path, there);
    return given ? [`[[operations]]\ninclude-name = "${method.toUpperCase()} ${path}"\n${given}`] : [];
  });
  return [checks, ...sections].join("\n\n");
}

/** What ends is nothing that others are about. */
const exceptions: Record<string, keyof Known> = {
  "get /api/v1/requests/{id}/decision": "decided",
  "post /api/v1/applications/{id}/revocations": "revoked",
  "delete /api/v1/webhooks/{id}": "deleted",
};

function parameters(method: string, path: string, there: Known): string | undefined {
  if (!path.includes("{id}")) return undefined;
  const kind = exceptions[`${method} ${path}`] ?? (path.split("/")[3] as keyof Known);
  expect(there, path).toHaveProperty(kind);
  const given = { "path.id": there[kind] };
  const others = { "path.secret": there.secret, "path.delivery": there.delivery };
  // Whatever it is like by now.
  const seen = changes.includes(method) ? { "header.If-Match": "*" } : {};
  const pairs = Object.entries({ ...given, ...others, ...seen }).map(([name, value]) => `"${name}" = "${value}"`);
  return `parameters = { ${pairs.join(", ")} }`;
}

/** They need to know what they change. */
const changes = ["patch", "delete"];

/**
 * What may become of calls that are as the document says, beside what schemathesis takes for granted: what
 * they are about has changed (412), or a value is refused for what it means (422), as an end that is over.
 * A change without If-Match is answered with 428 (RFC 6585), unless something else is wrong with it.
 */
const checks = `[checks]
positive_data_acceptance.expected-statuses = ["2xx", "401", "403", "404", "409", "412", "422", "429"]
missing_required_header.expected-statuses = ["400", "401", "403", "404", "406", "409", "415", "422", "428"]`;

/** The same calls every time, as many for each operation. */
const bounded = [
  ...["--seed", "1", "--max-examples", "10", "--phases", "examples,coverage,fuzzing"],
  // How long it takes to make up a call is no failure.
  ...["--suppress-health-check", "too_slow", "--generation-database", "none", "--request-timeout", "20", "--no-color"],
];

/** Tokens of one person, each of another program's. */
async function tokens({ byPerson }: Managed, email: string): Promise<string[]> {
  const got: string[] = [];
  while (got.length < programs) got.push(await byPerson(email));
  return got;
}

const readers = {
  "a member of a company": ANA,
  "a contract manager": MANAGER,
};

for (const [who, email] of Object.entries(readers)) {
  test(`schemathesis finds no answer to ${who} that the document does not tell of`, async () => {
    test.setTimeout(300_000);
    expect(existsSync(schemathesis), `${schemathesis} is there`).toBe(true);
    const directory = await mkdtemp(join(tmpdir(), "balcao-schemathesis-"));
    try {
      await onPortal(`schemathesis-${email}`, async (managed) => {
        const { portal, byPerson, byProgram } = managed;
        // Everybody is told of what Ana sees, for managers see no keys.
        const by = (token: string) => new Management(portal, token);
        const there = await known(by(await byPerson(ANA)), by(await byProgram(MANAGER)));
        await writeFile(join(directory, "schemathesis.toml"), await configuration(portal, there));
        const args = ["run", `${portal}/openapi.json`, ...bounded];
        const environment = {
          HYPOTHESIS_STORAGE_DIRECTORY: directory,
          SCHEMATHESIS_HOOKS: hooks,
          BALCAO_TOKENS: (await tokens(managed, email)).join(" "),
          BALCAO_KNOWN: JSON.stringify(there),
        };
        const { status, output, errors } = await run(schemathesis, args, { directory, environment });

        expect(status, output + errors).toBe(0);
        const [, selected, of] = /Selected: (\d+)\/(\d+)/.exec(output) ?? [];
        expect(output).toContain(`Tested: ${of}`);
        expect(selected).toBe(of);
        const [, generated, passed] = /(\d+) generated, (\d+) passed/.exec(output) ?? [];
        expect(passed).toBe(generated);
        expect(Number(generated)).toBeGreaterThan(enough);
      });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
}
