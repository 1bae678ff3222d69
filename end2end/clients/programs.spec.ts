/** Programs that are generated for the operations of the demo APIs, run against the sandbox. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "../harness/clients";
import { environment, type Slug } from "../harness/keys";
import { commands } from "../harness/languages";
import { run } from "../harness/program";

/** Reads calls and writes their programs; built with the tests of its crate. */
const writer = fileURLToPath(new URL("../../target/debug/examples/write", import.meta.url));

interface Operation {
  api: Slug;
  method: string;
  path_and_query: string;
  json?: unknown;
  status: number;
  /** Undefined where there is no body. */
  answer?: Record<string, unknown>;
}

const operations: Record<string, Operation> = {
  verify: {
    api: "smv",
    method: "POST",
    path_and_query: "/identity/v1/mobileidentities/smvs",
    json: { data: { msisdn: "5511999990200", ip: "203.0.113.10", port: 51544, timestamp: 1790812800.25 } },
    status: 200,
    answer: { data: { code: "API-SMV-200", verified: true } },
  },
  score: {
    api: "score-de-credito",
    method: "POST",
    path_and_query: "/credit/v1/scores",
    json: { data: { document: "12ABC34501DE35" } },
    status: 200,
    answer: { data: { document: "12ABC34501DE35", kind: "company", score: 712 } },
  },
  list: {
    api: "crm-na-nuvem",
    method: "GET",
    path_and_query: "/crm/v1/contacts?limit=10",
    status: 200,
    answer: { contacts: expect.arrayContaining([expect.objectContaining({ id: "1001", name: "Ana Souza" })]) },
  },
  change: {
    api: "crm-na-nuvem",
    method: "PATCH",
    path_and_query: "/crm/v1/contacts/1001",
    json: { phone: "+5511987654321" },
    status: 200,
    answer: { contact: { id: "1001", phone: "+5511987654321" } },
  },
  erase: {
    api: "crm-na-nuvem",
    method: "DELETE",
    path_and_query: "/crm/v1/contacts/1001",
    status: 204,
  },
  mistake: {
    api: "crm-na-nuvem",
    method: "GET",
    path_and_query: "/crm/v1/contacts?limit=0",
    status: 400,
    answer: {},
  },
};

let directory: string;

test.beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "balcao-programs-"));
  const calls = Object.entries(operations).map(([name, { method, path_and_query, json }]) => ({
    name,
    method,
    path_and_query,
    body: json && { media_type: "application/json", json },
  }));
  const written = await run(writer, [directory], { input: JSON.stringify(calls) });
  expect(written, written.errors).toMatchObject({ status: 0 });
});

test.afterAll(() => rm(directory, { recursive: true, force: true }));

for (const [name, { api, status, answer }] of Object.entries(operations)) {
  for (const [file, [command, ...args]] of Object.entries(commands)) {
    test(`${name}: ${file} prints the answer and its status`, async ({ portal, keysFor }) => {
      const surroundings = { directory: join(directory, name), environment: environment(portal, await keysFor(api)) };
      const outcome = await run(command, args, surroundings);
      expect(outcome.status === 0, outcome.errors).toBe(status < 400);
      const [, body, shown] = /^([^]*)\nHTTP (\d+)\n$/.exec(outcome.output) ?? [];
      expect(shown, outcome.output).toBe(`${status}`);
      if (answer) expect(JSON.parse(body!)).toMatchObject(answer);
      else expect(body).toBe("");
    });
  }
}
