/** PyPI's authlib and requests-oauthlib, from tests in their own language. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "../harness/clients";
import { environment } from "../harness/keys";
import { run } from "../harness/program";

const directory = fileURLToPath(new URL("python", import.meta.url));
/** Made by `make`, with what requirements.txt names. */
const python = fileURLToPath(new URL("../../target/python/bin/python3", import.meta.url));

for (const library of ["authlib", "requests_oauthlib"]) {
  test(`${library} gets tokens, asks about them and revokes them`, async ({ portal, keysFor }) => {
    expect(existsSync(python), `${python} is there`).toBe(true);
    const outcome = await run(python, ["-B", "-W", "ignore", "-m", "unittest", `test_${library}`], {
      directory,
      environment: environment(portal, await keysFor("smv")),
    });
    expect(outcome.status, outcome.errors).toBe(0);
    expect(outcome.errors).toMatch(/^Ran [1-9]\d* tests/m);
  });
}
