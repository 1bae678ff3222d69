/** Two instances on one PostgreSQL: what one does, the other knows. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { Application } from "../harness/application";
import { Instances, newPostgres } from "../harness/instances";
import { decide, keysOf } from "../harness/keys";

/** In milliseconds: a call that begins this long after a revocation was answered is refused. */
const promised = 1_000;

test("a token that is revoked at one is refused by the other within a second", async () => {
  await onTwo(async (one, other) => {
    const application = new Application(await keysOf(one, "smv"));
    for (let time = 0; time < 8; time += 1) {
      const token = await application.token(one);
      expect(await application.isActive(other, token), "a token of one counts at the other").toBe(true);
      await sleep(time * 97); // whatever the other's rhythm is
      await application.revoke(one, token);
      expect(await lastTime(() => application.isActive(other, token))).toBeLessThan(promised);
      expect(await application.isActive(one, token)).toBe(false);
    }
  });
});

test("an application that is suspended at one is refused by the other within a second", async () => {
  await onTwo(async (one, other) => {
    const { application: id, ...keys } = await keysOf(one, "smv");
    const application = new Application(keys);
    const token = await application.token(other);
    expect(await application.verify(other, token)).toBe(200);
    await decide(one, id, "suspender", "Falta o contrato assinado.");
    expect(await lastTime(async () => (await application.verify(other, token)) === 200)).toBeLessThan(promised);
    await expect(application.token(other)).rejects.toThrow("invalid_client");
  });
});

async function onTwo(act: (one: string, other: string) => Promise<void>): Promise<void> {
  const instances = await Instances.on((await newPostgres()).url);
  try {
    const [one, other] = [await instances.start("one"), await instances.start("other")];
    await act(one.url, other.url);
  } finally {
    await instances.end();
  }
}

/** How long after now the last question began that was answered with yes. */
async function lastTime(isSo: () => Promise<boolean>): Promise<number> {
  const since = performance.now();
  let last = 0;
  for (;;) {
    const asked = performance.now() - since;
    if (!(await isSo())) return last;
    last = asked;
    expect(last, "it still is").toBeLessThan(promised);
    await sleep(5);
  }
}
