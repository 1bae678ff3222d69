/** An instance that is told to stop, under load. */
import { expect, test } from "@playwright/test";
import { Application, atOnce } from "../harness/application";
import { Instances } from "../harness/instances";
import { demoApplications, keysOf } from "../harness/keys";
import { find, Visitor } from "../harness/visitor";

const calls = 300;
const callers = 12;

test("no count is lost and no quota kept by an instance that stops", async () => {
  const instances = await Instances.on();
  try {
    const first = await instances.start("first");
    const keys = await keysOf(first.url, "smv");
    const application = new Application(keys);
    const token = await application.token(first.url);
    const before = await application.callsLeft(first.url, token);
    let begun = 0;
    await atOnce(callers, async () => {
      if (begun === calls) return false;
      begun += 1;
      expect(await application.verify(first.url, token)).toBe(200);
      return true;
    });
    await instances.stop(first);

    const next = await instances.start("next");
    expect(await application.callsLeft(next.url, token), "nothing is held back").toBe(before - calls - 1);
    await instances.stop(next);

    const last = await instances.start("last");
    expect(await countedCalls(last.url, keys.application)).toBe(calls + 2);
  } finally {
    await instances.end();
  }
});

/** As the application's owner reads it in the file for spreadsheets. */
async function countedCalls(portal: string, application: string): Promise<number> {
  const visitor = await Visitor.signIn(portal, demoApplications.smv.owner);
  try {
    const group = find(await visitor.reads("/minhas-aplicacoes"), /"(\/minhas-aplicacoes\/[\w-]+)"/);
    const file = await visitor.reads(`${group}/${application}/uso.csv?janela=24h`);
    const [, ...lines] = file.trim().split("\r\n");
    return lines.reduce((sum, line) => sum + Number(line.split(";")[2]), 0);
  } finally {
    await visitor.leaves();
  }
}
