/** Programs made for the CRM, as the documentation of its API shows them, get sessions of the portal. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "../harness/clients";
import { demoApplications } from "../harness/keys";
import { programsIn, reads } from "../harness/listing";
import { registersProgram } from "../harness/owner";
import { type Outcome, run } from "../harness/program";
import { accountOf, type Client, type Registration } from "../harness/registered";
import { demoPassword } from "../harness/sign-in";

interface Session {
  token_type: string;
  expires_in: number;
  access_token: string;
  refresh_token?: string;
}

type Grant = Registration["kind"];

const documentation = "/catalogo/crm-na-nuvem/documentacao";
const EMILY = demoApplications["crm-na-nuvem"].owner;
/** Whose password is wrong: tests with keys sign in as the others. */
const LUCIA = "lucia.fernandez@varejo.example";
const scopes = ["crm-na-nuvem", "portal.read"];
const jwt = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** How a program is registered that a client of this kind belongs to. */
const registrations: Record<Grant, Registration> = {
  credentials: { kind: "credentials", account: EMILY, scopes },
  password: { kind: "password", scopes },
};

/** The program of the page; with a password, "only the beginning changes". */
async function inPhp(portal: string, grant: Grant): Promise<string> {
  const page = await reads(portal, documentation);
  const [program, beginning, ...others] = programsIn("PHP", page, "s-em-php");
  expect(others).toEqual([]);
  if (grant === "credentials") return program!;
  const changed = program!.replace(/^\$fields = \[.*?\];$/ms, () => beginning!);
  expect(changed).not.toBe(program);
  expect(changed).toContain("'grant_type' => 'password'");
  return changed;
}

/** Programs that others have for the CRM ask for JSON:API as well. */
function withAccept(program: string): string {
  const sent = "'Content-Type: application/vnd.api+json'";
  expect(program).toContain(sent);
  return program.replace(sent, "'Content-type: application/vnd.api+json', 'Accept: application/vnd.api+json'");
}

/** What the program knows, by the names that the page gives it. */
function knowledge(portal: string, { id, secret }: Client): Record<string, string> {
  return { CRM_URL: portal, CRM_ID: id, CRM_SECRET: secret, CRM_USER: EMILY, CRM_PASSWORD: demoPassword };
}

/** Runs the program as it is. PHP itself appends what keeps the session that it read, if it came so far. */
async function runs(program: string, environment: Record<string, string>): Promise<Outcome & { session?: Session }> {
  const directory = await mkdtemp(join(tmpdir(), "balcao-crm-"));
  try {
    await writeFile(join(directory, "session.php"), program);
    await writeFile(join(directory, "keep.php"), "<?php file_put_contents('kept', json_encode($session));");
    const args = ["-d", "auto_append_file=keep.php", "session.php"];
    const outcome = await run("php", args, { directory, environment });
    if (outcome.status !== 0) return outcome;
    return { ...outcome, session: JSON.parse(await readFile(join(directory, "kept"), "utf8")) as Session };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The session is one of Emily's, and opens the portal and the API of the CRM. */
async function opens(portal: string, token: string): Promise<void> {
  expect(await accountOf(portal, token)).toBe(EMILY);
  const contacts = await fetch(`${portal}/crm/v1/contacts`, { headers: { Authorization: `Bearer ${token}` } });
  const [first] = ((await contacts.json()) as { contacts: { id: string }[] }).contacts;
  expect(first?.id).toBe("1001");
}

const headers: Record<string, (program: string) => string> = {
  "as it is shown": (program) => program,
  "that asks for JSON:API": withAccept,
};

for (const grant of ["credentials", "password"] as const) {
  for (const [how, changed] of Object.entries(headers)) {
    test(`the program in PHP with ${grant}, ${how}, begins a session that opens the portal and the CRM`, async ({
      portal,
      keysFor,
    }) => {
      await keysFor("crm-na-nuvem"); // Emily's application is approved.
      const client = await registersProgram(registrations[grant]);
      const program = changed(await inPhp(portal, grant));

      const { session, ...outcome } = await runs(program, knowledge(portal, client));
      expect(outcome, outcome.errors).toEqual({ status: 0, errors: "", output: `${session?.access_token}\n` });
      expect(session).toMatchObject({ token_type: "Bearer", expires_in: 3600 });
      expect(session!.access_token).toMatch(jwt);
      if (grant === "password") expect(session!.refresh_token).toMatch(/^\S{20,}$/);
      else expect(session).not.toHaveProperty("refresh_token");
      await opens(portal, session!.access_token);
    });
  }

  test(`the program in PHP with ${grant} fails where its secret is wrong, and says why`, async ({ portal }) => {
    const { id } = await registersProgram(registrations[grant]);
    const client = { id, secret: "another-than-it-is-and-long" };
    const outcome = await runs(await inPhp(portal, grant), knowledge(portal, client));
    expect(outcome.status).toBe(255);
    expect(outcome.output + outcome.errors).toContain("invalid_client");
  });
}

test("the program in PHP fails where the password is wrong, and says why", async ({ portal }) => {
  const client = await registersProgram(registrations.password);
  const environment = { ...knowledge(portal, client), CRM_USER: LUCIA, CRM_PASSWORD: "another-than-it-is" };
  const outcome = await runs(await inPhp(portal, "password"), environment);
  expect(outcome.status).toBe(255);
  expect(outcome.output + outcome.errors).toContain("invalid_grant");
});

/** The other whole programs of the page, and what each prints. */
const others: Record<string, { command: string[]; token: (output: string) => string }> = {
  Shell: { command: ["sh"], token: (output) => (JSON.parse(output) as Session).access_token },
  Python: { command: ["python3", "-B"], token: (output) => output.trimEnd() },
  JavaScript: { command: [process.execPath, "--input-type=module"], token: (output) => output.trimEnd() },
};

for (const [language, { command, token }] of Object.entries(others)) {
  test(`the program in ${language} begins a session that opens the portal and the CRM`, async ({ portal, keysFor }) => {
    await keysFor("crm-na-nuvem");
    const environment = knowledge(portal, await registersProgram(registrations.credentials));
    const programs = programsIn(language, await reads(portal, documentation), "s-em-outras-linguagens");
    expect(programs).toHaveLength(1);
    const [name, ...args] = command;
    const outcome = await run(name!, args, { environment, input: programs[0] });
    expect(outcome, outcome.errors).toMatchObject({ status: 0, errors: "" });
    await opens(portal, token(outcome.output));
  });
}
