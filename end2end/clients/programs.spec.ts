/** The programs of all operations of the demo APIs, as their pages show them, run against the sandbox. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "../harness/clients";
import { credential, environment, type Keys, type Slug } from "../harness/keys";
import { commands, type Sample } from "../harness/languages";
import { reads, textOf } from "../harness/listing";
import { type Outcome, run } from "../harness/program";

/** What an operation answers: its status and a part of its body, which is undefined where there is none. */
interface Answer {
  status: number;
  body?: Record<string, unknown>;
}

/** Every operation of every API, by the name that it has in addresses. */
const operations: Record<Slug, Record<string, Answer>> = {
  smv: {
    "verify-number": { status: 200, body: { data: { code: "API-SMV-200", verified: true } } },
  },
  "score-de-credito": {
    "post-score": { status: 200, body: { data: { document: "12ABC34501DE35", kind: "company", score: 712 } } },
  },
  "crm-na-nuvem": {
    "list-contacts": {
      status: 200,
      body: { contacts: expect.arrayContaining([expect.objectContaining({ id: "1001", name: "Ana Souza" })]) },
    },
    "create-contact": { status: 201, body: { contact: { id: "1013" } } },
    "read-contact": { status: 200, body: { contact: { id: "1001", name: "Ana Souza" } } },
    "change-contact": { status: 200, body: { contact: { id: "1001" } } },
    "erase-contact": { status: 204 },
  },
};

/** Copies a program from its page and runs it. */
async function tries(portal: string, page: string, sample: Sample, keys: Keys): Promise<Outcome> {
  const { language, command, file } = sample;
  const program = textOf(await reads(portal, `${page}&linguagem=${language}`), `exemplo-${language}`);
  const directory = await mkdtemp(join(tmpdir(), "balcao-programs-"));
  try {
    await writeFile(join(directory, file), program);
    const [name, ...args] = command;
    return await run(name!, args, { directory, environment: environment(portal, keys) });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

for (const [api, answers] of Object.entries(operations)) {
  test(`${api}: every operation is here`, async ({ portal }) => {
    const page = await reads(portal, `/catalogo/${api}/referencia`);
    const shown = [...page.matchAll(/<article id="([^"]+)"[^>]* class="operation"/g)].map(([, id]) => id);
    expect(shown).toEqual(Object.keys(answers));
  });

  for (const [operation, { status, body }] of Object.entries(answers)) {
    for (const sample of commands) {
      test(`${api}: ${operation} in ${sample.language} prints the answer and its status`, async ({ portal, keysFor }) => {
        const keys = await keysFor(api as Slug);
        const outcome = await tries(portal, `/catalogo/${api}/exemplos?operacao=${operation}`, sample, keys);
        expect(outcome, outcome.errors).toMatchObject({ status: 0, errors: "" });
        const [, printed, shown] = /^([^]*)\nHTTP (\d+)\n$/.exec(outcome.output) ?? [];
        expect(shown, outcome.output).toBe(`${status}`);
        if (body) expect(JSON.parse(printed!)).toMatchObject(body);
        else expect(printed).toBe("");
      });
    }
  }
}

for (const sample of commands) {
  test(`the program in ${sample.language} fails where it is refused, and says why`, async ({ portal, keysFor }) => {
    const keys = { ...(await keysFor("smv")), secretKey: "another-than-it-is" };
    const outcome = await tries(portal, "/catalogo/smv/exemplos?operacao=verify-number", sample, keys);
    expect(outcome).toMatchObject({ status: 1, output: "" });
    expect(outcome.errors).toContain("invalid_client");
  });
}

test("scripts that cut the answer at its quotation marks get the token", async ({ portal, keysFor }) => {
  const basic = credential(await keysFor("smv"));
  const script = `
    curl --silent --data grant_type=client_credentials --header "x-client-auth: Basic $CREDENTIAL" \\
      "$BALCAO_URL/oauth2/v1/token" | cut -d'"' -f36`;
  const cut = await run("sh", ["-c", script], { environment: { BALCAO_URL: portal, CREDENTIAL: basic } });
  const token = cut.output.trimEnd();
  expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);

  const asked = await fetch(`${portal}/oauth2/v1/introspect`, {
    method: "POST",
    headers: { "x-client-auth": `Basic ${basic}` },
    body: new URLSearchParams({ token }),
  });
  expect(await asked.json()).toMatchObject({ active: true });
});
