/** PyPI's authlib and requests-oauthlib, from tests in their own language. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "../harness/clients";
import { environment } from "../harness/keys";
import { registersProgram } from "../harness/owner";
import { run } from "../harness/program";
import { demoPassword } from "../harness/sign-in";

const directory = fileURLToPath(new URL("python", import.meta.url));
/** Made by `make`, with what requirements.txt names. */
const python = fileURLToPath(new URL("../../target/python/bin/python3", import.meta.url));

/** Runs the tests of a file; there are as many as are expected. */
async function passes(file: string, count: number, environment: Record<string, string>): Promise<void> {
  expect(existsSync(python), `${python} is there`).toBe(true);
  const args = ["-B", "-W", "ignore", "-m", "unittest", file];
  const outcome = await run(python, args, { directory, environment });
  expect(outcome.status, outcome.errors).toBe(0);
  expect(outcome.errors).toContain(`\nRan ${count} tests `);
}

/** How many tests each has with keys, and with a password. */
const libraries = { authlib: [7, 5], requests_oauthlib: [4, 5] } as const;

for (const [library, [withKeys, withPassword]] of Object.entries(libraries)) {
  test(`${library} gets tokens, asks about them and revokes them`, async ({ portal, keysFor }) => {
    await passes(`test_${library}`, withKeys, environment(portal, await keysFor("smv")));
  });

  test(`${library} keeps up the session of whoever gave it the password, and ends it`, async ({ portal }) => {
    const { id, secret } = await registersProgram({ kind: "password", scopes: ["portal.read"] });
    await passes(`test_${library}_password`, withPassword, {
      BALCAO_URL: portal,
      BALCAO_CLIENT_ID: id,
      BALCAO_CLIENT_SECRET: secret,
      BALCAO_USERNAME: "lucia.fernandez@varejo.example",
      BALCAO_PASSWORD: demoPassword,
    });
  });
}
