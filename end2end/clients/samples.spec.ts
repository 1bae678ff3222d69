/** The samples of our documentation, as they are. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "../harness/clients";
import { credential, environment, type Slug } from "../harness/keys";
import { commands } from "../harness/languages";
import { run } from "../harness/program";

const apis = fileURLToPath(new URL("../../server/domain/demo/catalogue", import.meta.url));

/** What each sample asks, and what it prints of the answer. */
const samples: Record<Slug, { request: string; body: string[]; answer: Record<string, unknown> }> = {
  smv: {
    request: "/identity/v1/mobileidentities/smvs",
    body: ["5511999990200", "203.0.113.10", "51544", "timestamp"],
    answer: { data: { code: "API-SMV-200", verified: true } },
  },
  "score-de-credito": {
    request: "/credit/v1/scores",
    body: ["12ABC34501DE35"],
    answer: { data: { document: "12ABC34501DE35", kind: "company", score: 712 } },
  },
  "crm-na-nuvem": {
    request: "/crm/v1/contacts?limit=10",
    body: [],
    answer: { contacts: expect.arrayContaining([expect.objectContaining({ id: "1001", name: "Ana Souza" })]) },
  },
};

/** Debian has no compiler for the one, and no packages of the other: they are read. */
const unrunnable = ["csharp.cs", "rust.rs"];

for (const [api, { request, body, answer }] of Object.entries(samples)) {
  const directory = join(apis, api, "samples");

  for (const [sample, [command, ...args]] of Object.entries(commands)) {
    test(`${api}: ${sample} prints the answer`, async ({ portal, keysFor }) => {
      const keys = await keysFor(api as Slug);
      const outcome = await run(command, args, { directory, environment: environment(portal, keys) });
      expect(outcome, outcome.errors).toMatchObject({ status: 0, errors: "" });
      expect(JSON.parse(outcome.output)).toMatchObject(answer);
    });
  }

  for (const sample of unrunnable) {
    test(`${api}: ${sample} asks what the others ask`, () => {
      const source = readFileSync(join(directory, sample), "utf8");
      const shell = readFileSync(join(directory, "shell.sh"), "utf8");
      for (const part of ["/oauth2/v1/token", "grant_type", "client_credentials", request, ...body]) {
        expect(source).toContain(part);
        expect(shell).toContain(part);
      }
      expect(source).toMatch(/"x-client-auth", \W*(format!\()?"Basic \{/);
      expect(source).toMatch(/"x-client-auth", \W*(format!\()?"Bearer \{/);
    });
  }
}

for (const [sample, [command, ...args]] of Object.entries(commands)) {
  test(`${sample} fails where it is refused, and says why`, async ({ portal, keysFor }) => {
    const keys = { ...(await keysFor("smv")), secretKey: "another-than-it-is" };
    const outcome = await run(command, args, { directory: join(apis, "smv/samples"), environment: environment(portal, keys) });
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
