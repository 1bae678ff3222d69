/** PyPI's schemathesis reads /openapi.json, makes calls of it, and holds every answer against it. */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onPortal, test } from "../harness/managed";
import { run } from "../harness/program";

/** Made by `make`, with what python/requirements.txt names. */
const schemathesis = fileURLToPath(new URL("../../target/python/bin/schemathesis", import.meta.url));

const ANA = "ana.souza@bancoexemplo.com.br";
const MANAGER = "gestor@balcao.example";

/** Fewer calls mean that something was not tried. */
const enough = 2000;

/** What there is to be read and changed. */
type Known = Record<"apis" | "applications" | "groups" | "requests" | "decided" | "secret", string>;

interface Found {
  id: string;
  attributes: { state?: string; secrets?: { id: string }[] };
  relationships: Record<string, { data: { id: string } }>;
}

async function known(portal: string, token: string): Promise<Known> {
  const reads = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${portal}/api/v1/${path}`, { headers: { Authorization: `Bearer ${token}` } });
    return ((await answer.json()) as { data: T }).data;
  };
  const requests = await reads<Found[]>("requests");
  const inState = (state: string) => requests.find(({ attributes }) => attributes.state === state)!.id;
  const [application] = await reads<Found[]>("applications");
  const { id, relationships } = application!;
  const credential = await reads<Found>(`applications/${id}/credential`);
  return {
    apis: relationships.api!.data.id,
    applications: id,
    groups: relationships.group!.data.id,
    requests: inState("pending"),
    decided: inState("approved"),
    secret: credential.attributes.secrets![0]!.id,
  };
}

/** Made-up identifiers would be answered with 404 alone, so each operation is told of one that is there. */
async function configuration(portal: string, there: Known): Promise<string> {
  const document = (await (await fetch(`${portal}/openapi.json`)).json()) as { paths: Record<string, unknown> };
  const operations = Object.keys(document.paths).filter((path) => path.includes("{id}"));
  expect(operations).toContain("/api/v1/applications/{id}");
  const sections = operations.map((path) => {
    const kind = path.endsWith("/decision") ? "decided" : (path.split("/")[3] as keyof Known);
    expect(there, path).toHaveProperty(kind);
    return `[[operations]]
include-path = "${path}"
parameters = { "path.id" = "${there[kind]}", "path.secret" = "${there.secret}" }
${path.endsWith("/secrets") ? pastEnd : ""}`;
  });
  return sections.join("\n");
}

/** An end that is over is a date and time, as the document says, and is refused all the same. */
const pastEnd = `[operations.checks]
positive_data_acceptance.expected-statuses = ["2xx", "401", "403", "404", "409", "422", "429"]
`;

/** The same calls every time, as many for each operation. */
const bounded = [
  ...["--seed", "1", "--max-examples", "10", "--phases", "examples,coverage,fuzzing"],
  // How long it takes to make up a call is no failure.
  ...["--suppress-health-check", "too_slow", "--generation-database", "none", "--request-timeout", "20", "--no-color"],
];

const readers = {
  "a member of a company": ANA,
  "a contract manager": MANAGER,
};

for (const [who, email] of Object.entries(readers)) {
  test(`schemathesis finds no answer to ${who} that the document does not tell of`, async () => {
    test.setTimeout(180_000);
    expect(existsSync(schemathesis), `${schemathesis} is there`).toBe(true);
    const directory = await mkdtemp(join(tmpdir(), "balcao-schemathesis-"));
    try {
      await onPortal(`schemathesis-${email}`, async ({ portal, byPerson }) => {
        // Everybody is told of what Ana sees, for managers see no keys.
        const there = await known(portal, await byPerson(ANA));
        await writeFile(join(directory, "schemathesis.toml"), await configuration(portal, there));
        const token = await byPerson(email);
        const args = ["run", `${portal}/openapi.json`, "--header", `Authorization: Bearer ${token}`, ...bounded];
        const environment = { HYPOTHESIS_STORAGE_DIRECTORY: directory };
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
