/** npm's openid-client, which finds everything out by itself. */
import * as openid from "openid-client";
import { expect, test } from "../harness/clients";
import { credential, type Keys } from "../harness/keys";

function discover(portal: string, keys: Keys, authentication?: openid.ClientAuth): Promise<openid.Configuration> {
  const settings = { algorithm: "oauth2" as const, execute: [openid.allowInsecureRequests] };
  return openid.discovery(new URL(portal), keys.publicKey, keys.secretKey, authentication, settings);
}

const methods: Record<string, (keys: Keys) => openid.ClientAuth> = {
  client_secret_basic: ({ secretKey }) => openid.ClientSecretBasic(secretKey),
  client_secret_post: ({ secretKey }) => openid.ClientSecretPost(secretKey),
  "x-client-auth": (keys) => (_server, _client, _body, headers) =>
    headers.set("x-client-auth", `Basic ${credential(keys)}`),
};

for (const [name, authentication] of Object.entries(methods)) {
  test(`openid-client gets a token with ${name}, asks about it and revokes it`, async ({ portal, keysFor }) => {
    const keys = await keysFor("smv");
    const configuration = await discover(portal, keys, authentication(keys));
    const answer = await openid.clientCredentialsGrant(configuration, { scope: "smv" });
    expect(answer).toMatchObject({ token_type: "bearer", expires_in: 3600, scope: "smv" });
    expect(answer).not.toHaveProperty("refresh_token");

    const introspect = () => openid.tokenIntrospection(configuration, answer.access_token);
    expect(await introspect()).toMatchObject({ active: true, client_id: keys.publicKey });
    await openid.tokenRevocation(configuration, answer.access_token);
    expect(await introspect()).toEqual({ active: false });
  });
}

test("openid-client needs to be told no method", async ({ portal, keysFor }) => {
  const configuration = await discover(portal, await keysFor("smv"));
  const { access_token } = await openid.clientCredentialsGrant(configuration);
  expect(access_token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
});

test("openid-client is told that the secret is wrong", async ({ portal, keysFor }) => {
  const { publicKey } = await keysFor("smv");
  const configuration = await discover(portal, { publicKey, secretKey: "another-than-it-is" });
  const refused = openid.clientCredentialsGrant(configuration);
  await expect(refused).rejects.toMatchObject({ status: 401, error: "invalid_client" });
});

test("openid-client is told to say who calls only once", async ({ portal, keysFor }) => {
  const keys = await keysFor("smv");
  const configuration = await discover(portal, keys, (server, client, body, headers) => {
    methods["x-client-auth"]!(keys)(server, client, body, headers);
    methods.client_secret_post!(keys)(server, client, body, headers);
  });
  const refused = openid.clientCredentialsGrant(configuration);
  await expect(refused).rejects.toMatchObject({ status: 400, error: "invalid_request" });
});
