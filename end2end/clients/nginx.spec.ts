/** NGINX from Debian, with our example of a configuration, asks the portal about each call. */
import { join } from "node:path";
import { type Call, type Nginx, startApi, startNginx } from "../setup/nginx";
import { home } from "../setup/balcao";
import { Application } from "../harness/application";
import { expect, test } from "../harness/clients";
import { Instances } from "../harness/instances";
import { environment, type Keys, keysOf } from "../harness/keys";
import { run } from "../harness/program";

const path = "/identity/v1/mobileidentities/smvs";
/** Of the Trial, in this portal. */
const limit = 5;

interface Place {
  instances: Instances;
  portal: string;
  nginx: Nginx;
  /** What the API itself was asked. */
  paid: Call[];
  /** What its environment for tests was asked. */
  calls: Call[];
}

/** A portal of its own, whose plans are small, and NGINX between it and an API. */
async function behindNginx(act: (place: Place) => Promise<void>): Promise<void> {
  const instances = await Instances.withTrialOf(limit);
  const [api, tests] = [await startApi(), await startApi()];
  let nginx: Nginx | undefined;
  try {
    const { url: portal } = await instances.start("behind-nginx");
    nginx = await startNginx(await instances.folder("nginx"), portal, { api: api.port, tests: tests.port });
    await act({ instances, portal, nginx, paid: api.calls, calls: tests.calls });
  } finally {
    await nginx?.stop();
    api.stop();
    tests.stop();
    await instances.end();
  }
}

test("NGINX lets a call pass, once the portal says so, until the quota is used up", async () => {
  await behindNginx(async ({ instances, portal, nginx, paid, calls }) => {
    const keys = await keysOf(portal, "smv");
    const application = new Application(keys);
    const token = await application.token(portal);
    const headers = { "x-client-auth": `Bearer ${token}`, "x-client-id": "somebody-else" };
    const call = (more: Record<string, string> = headers) => fetch(nginx.url + path, { method: "POST", headers: more });

    const answer = await call();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("ratelimit")).toMatch(/^"trial";r=\d+/);
    expect(answer.headers.get("ratelimit-policy")).toMatch(new RegExp(`^"trial";q=${limit}`));
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ method: "POST", url: path });
    expect(calls[0]!.headers).toMatchObject({ "x-client-id": keys.publicKey, "x-plan": "trial" });
    expect(JSON.stringify(calls)).not.toContain(token);

    expect((await call({})).status, "no token").toBe(401);
    expect((await call({ authorization: "Bearer made-up" })).headers.get("www-authenticate")).toContain("invalid_token");
    await anothersToken(portal, nginx);
    expect(calls, "none of these arrived").toHaveLength(1);

    for (let more = 1; more < limit; more += 1) {
      expect((await call({ authorization: `Bearer ${token}` })).status).toBe(200);
    }
    const refused = await call();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("x-transaction-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(calls).toHaveLength(limit);
    expect(JSON.stringify(calls)).not.toContain(token);

    expect(paid, "a Trial is for tests").toEqual([]);

    await reportsItsUse(instances, portal, nginx);
  });
});

/** The token of another API is refused, whatever way the address is written. */
async function anothersToken(portal: string, nginx: Nginx): Promise<void> {
  const other = new Application(await keysOf(portal, "crm-na-nuvem"));
  const header = `x-client-auth: Bearer ${await other.token(portal)}`;
  for (const address of [path, `/crm/v1/../..${path}`, `/crm/v1/%2e%2e/%2E%2E${path}`, `/${path}`]) {
    const arguments_ = ["--silent", "--path-as-is", "--output", "/dev/null", "--write-out", "%{http_code}"];
    const asked = await run("curl", [...arguments_, "--header", header, "--data", "{}", nginx.url + address]);
    expect(asked.output, address).toBe("403");
  }
}

/** With the script that stands beside the configuration; what is sent again counts once. */
async function reportsItsUse(instances: Instances, portal: string, nginx: Nginx): Promise<void> {
  const shown = await instances.carryOut("gateway", "add", "nginx");
  const [, publicKey] = shown.match(/^public key +(\S+)$/m)!;
  const [, secretKey] = shown.match(/^secret key +(\S+)$/m)!;
  const report = async (address: string, keys: Keys) =>
    run(join(home, "gateways/report-use.sh"), [address, nginx.useLog, nginx.pidFile], {
      environment: environment(portal, keys),
    });
  const keys = { publicKey: publicKey!, secretKey: secretKey! };

  expect((await report(portal, { ...keys, secretKey: "another-than-it-is" })).status).not.toBe(0);
  const sent = await report(portal, keys);
  expect(sent.status, sent.errors + sent.output).toBe(0);
  expect(JSON.parse(sent.output)).toEqual({ counted: limit, unknown: 0, malformed: 0 });
  expect(await report(portal, keys), "nothing is left").toMatchObject({ status: 0, output: "" });
}
