/** npm's simple-oauth2, at both addresses of registered clients: with forms, with JSON, in header and body. */
import { ClientCredentials, type ModuleOptions, ResourceOwnerPassword } from "simple-oauth2";
import { expect, test } from "../harness/clients";
import { registersProgram } from "../harness/owner";
import { accountOf, type Client } from "../harness/registered";
import { demoPassword } from "../harness/sign-in";

const ANA = "ana.souza@bancoexemplo.com.br";
const RAFAEL = "rafael.nunes@financeira.example";
const scopes = ["portal.read"];
const revoked = 401;

interface Way {
  tokenPath: string;
  options: ModuleOptions["options"];
}

/** Tokens of either address are revoked in this way, for there the portal takes forms alone. */
const byForm: Way = { tokenPath: "/oauth2/v1/token", options: {} };

const ways: Record<string, Way> = {
  "a form and Basic": byForm,
  "a form alone": { tokenPath: "/oauth2/v1/token", options: { authorizationMethod: "body" } },
  "JSON for the CRM": { tokenPath: "/Api/access_token", options: { authorizationMethod: "body", bodyFormat: "json" } },
  "a form for the CRM": { tokenPath: "/Api/access_token", options: { authorizationMethod: "body" } },
};

function configuration(portal: string, { id, secret }: Client, { tokenPath, options }: Way): ModuleOptions {
  return { client: { id, secret }, auth: { tokenHost: portal, tokenPath, revokePath: "/oauth2/v1/revoke" }, options };
}

for (const [name, way] of Object.entries(ways)) {
  test(`simple-oauth2 gets a token of its own by ${name}, and revokes it`, async ({ portal }) => {
    const client = await registersProgram({ kind: "credentials", account: ANA, scopes });
    const token = await new ClientCredentials(configuration(portal, client, way)).getToken({ scope: "portal.read" });
    expect(token.token).toMatchObject({ token_type: "Bearer", expires_in: 3600 });
    expect(token.token).not.toHaveProperty("refresh_token");
    expect(token.expired()).toBe(false);
    expect(token.expired(3600)).toBe(true);
    const opened = token.token.access_token as string;
    expect(await accountOf(portal, opened)).toBe(ANA);

    const revoking = new ClientCredentials(configuration(portal, client, byForm));
    await revoking.createToken(token.token).revoke("access_token");
    expect(await accountOf(portal, opened)).toBe(revoked);
  });

  test(`simple-oauth2 keeps up a person's session by ${name}, and ends it`, async ({ portal }) => {
    const client = await registersProgram({ kind: "password", scopes });
    const program = new ResourceOwnerPassword(configuration(portal, client, way));
    const first = await program.getToken({ username: RAFAEL, password: demoPassword, scope: "portal.read" });
    expect(await accountOf(portal, first.token.access_token as string)).toBe(RAFAEL);

    // As a program does that kept the token as text.
    const kept = program.createToken(JSON.parse(JSON.stringify(first)));
    const second = await kept.refresh();
    expect(second.token).toMatchObject({ token_type: "Bearer", expires_in: 3600 });
    expect(second.token.access_token).not.toBe(first.token.access_token);
    expect(second.token.refresh_token).not.toBe(first.token.refresh_token);
    expect(await accountOf(portal, second.token.access_token as string)).toBe(RAFAEL);

    const ending = new ResourceOwnerPassword(configuration(portal, client, byForm));
    await ending.createToken(second.token).revokeAll();
    expect(await accountOf(portal, second.token.access_token as string)).toBe(revoked);
    await expect(second.refresh(), "the session is over").rejects.toMatchObject(refusal(400, "invalid_grant"));
  });
}

// A network has a limit on wrong secrets, which all clients of these tests share.
for (const name of ["a form and Basic", "JSON for the CRM"]) {
  test(`simple-oauth2 is told by ${name} that the secret is wrong`, async ({ portal }) => {
    const { id } = await registersProgram({ kind: "credentials", account: ANA, scopes });
    const wrong = configuration(portal, { id, secret: "another-than-it-is-and-long" }, ways[name]!);
    const refused = new ClientCredentials(wrong).getToken({});
    await expect(refused).rejects.toMatchObject(refusal(401, "invalid_client"));
  });
}

/** The error that the library throws, with what the portal said. */
function refusal(statusCode: number, error: string): Record<string, unknown> {
  return { output: { statusCode }, data: { payload: { error } } };
}
