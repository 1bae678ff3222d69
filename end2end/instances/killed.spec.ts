/** Instances that end without a warning, under load. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { Application, atOnce } from "../harness/application";
import { Instances, newPostgres } from "../harness/instances";
import { keysOf } from "../harness/keys";

const databases = {
  SQLite: () => Promise.resolve(undefined),
  PostgreSQL: async () => (await newPostgres()).url,
};

for (const [name, database] of Object.entries(databases)) {
  test(`no answered revocation is lost when an instance on ${name} is killed`, async () => {
    const instances = await Instances.on(await database());
    try {
      const doomed = await instances.start("doomed");
      const application = new Application(await keysOf(doomed.url, "smv"));
      const revoked: string[] = [];
      const load = atOnce(8, async () => {
        try {
          const token = await application.token(doomed.url);
          await application.revoke(doomed.url, token);
          revoked.push(token);
          return true;
        } catch {
          return false; // it is gone
        }
      });
      await sleep(2_000);
      await instances.kill(doomed);
      await load;
      expect(revoked.length).toBeGreaterThan(10);

      const next = await instances.start("next");
      const unasked = [...revoked];
      const active: string[] = [];
      await atOnce(8, async () => {
        const token = unasked.pop();
        if (!token) return false;
        if (await application.isActive(next.url, token)) active.push(token);
        return true;
      });
      expect(active).toEqual([]);
      expect(await application.isActive(next.url, await application.token(next.url))).toBe(true);
    } finally {
      await instances.end();
    }
  });
}
