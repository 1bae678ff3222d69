/** Two instances on one PostgreSQL: what one does, the other knows. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { Application } from "../support/application";
import { Instances, newPostgres } from "../support/instances";
import { keysOf } from "../support/keys";

/** In milliseconds: a call that begins this long after a revocation was answered is refused. */
const promised = 1_000;

test("a token that is revoked at one is refused by the other within a second", async () => {
  const instances = await Instances.on((await newPostgres()).url);
  try {
    const [one, other] = [await instances.start("one"), await instances.start("other")];
    const application = new Application(await keysOf(one.url, "smv"));
    for (let time = 0; time < 8; time += 1) {
      const token = await application.token(one.url);
      expect(await application.isActive(other.url, token), "a token of one counts at the other").toBe(true);
      await sleep(time * 97); // whatever the other's rhythm is
      await application.revoke(one.url, token);
      expect(await lastBelieved(application, other.url, token)).toBeLessThan(promised);
      expect(await application.isActive(one.url, token)).toBe(false);
    }
  } finally {
    await instances.end();
  }
});

/** How long after now the last question began that was answered with "active". */
async function lastBelieved(application: Application, portal: string, token: string): Promise<number> {
  const since = performance.now();
  let last = 0;
  for (;;) {
    const asked = performance.now() - since;
    if (!(await application.isActive(portal, token))) return last;
    last = asked;
    expect(last, "still believed").toBeLessThan(promised);
    await sleep(5);
  }
}
