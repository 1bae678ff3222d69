/** A quota that several instances spend at the same time. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { Application, atOnce } from "../harness/application";
import { Instances } from "../harness/instances";
import { keysOf } from "../harness/keys";

const limit = 400;
const callers = 24;

/** In milliseconds: what a killed instance counted for so long may be lost. */
const stated = 1_000;
/** In milliseconds: by then the others have taken back what a dead instance did not spend. */
const takenBack = 25_000;

/** Calls that passed, by the portal that let them and when. */
class Passed {
  readonly #calls: { portal: string; at: number }[] = [];

  get count(): number {
    return this.#calls.length;
  }

  note(portal: string): void {
    this.#calls.push({ portal, at: performance.now() });
  }

  /** How many one portal let pass in the time before a moment, as the callers saw it. */
  before(portal: string, moment: number, time: number): number {
    return this.#calls.filter((call) => call.portal === portal && call.at > moment - time).length;
  }
}

test("two instances let exactly as many calls pass as the plan has", async () => {
  const instances = await Instances.withTrialOf(limit);
  try {
    const portals = [(await instances.start("one")).url, (await instances.start("other")).url];
    const application = new Application(await keysOf(portals[0]!, "smv"));
    const token = await application.token(portals[0]!);
    const passed = new Passed();
    await atOnce(callers, (caller) => calls(application, token, portals[caller % 2]!, passed));
    // One of them was out of calls while the other still held some.
    await atOnce(callers, (caller) => calls(application, token, portals[caller % 2]!, passed));
    expect(passed.count).toBe(limit);
  } finally {
    await instances.end();
  }
});

test("a killed instance loses no more of a quota's count than is stated", async () => {
  test.setTimeout(120_000);
  const instances = await Instances.withTrialOf(limit);
  try {
    const [doomed, other] = [await instances.start("doomed"), await instances.start("other")];
    const application = new Application(await keysOf(other.url, "smv"));
    const token = await application.token(other.url);
    const passed = new Passed();
    const load = atOnce(callers, (caller) =>
      calls(application, token, caller % 2 ? doomed.url : other.url, passed).catch(() => false),
    );
    while (passed.count < limit / 2) await sleep(1);
    const killed = performance.now();
    await instances.kill(doomed);
    await load;
    expect(passed.count, "before anything is taken back").toBeLessThanOrEqual(limit);

    await sleep(takenBack);
    await atOnce(callers, () => calls(application, token, other.url, passed));
    const lost = passed.before(doomed.url, killed, stated);
    expect(passed.count).toBeLessThanOrEqual(limit + lost);
    expect(passed.count, "what it did not spend is there again").toBeGreaterThanOrEqual(limit);
  } finally {
    await instances.end();
  }
});

/** One call; whether there may be more. */
async function calls(application: Application, token: string, portal: string, passed: Passed): Promise<boolean> {
  const status = await application.verify(portal, token);
  if (status === 200) passed.note(portal);
  else expect(status).toBe(429);
  return status === 200;
}
