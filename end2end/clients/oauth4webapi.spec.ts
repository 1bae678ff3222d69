/** npm's oauth4webapi, down to the tokens it accepts as a resource server. */
import * as oauth from "oauth4webapi";
import { expect, test } from "../harness/clients";
import { credential, type Keys } from "../harness/keys";

const insecure = { [oauth.allowInsecureRequests]: true };

async function discover(portal: string): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(portal);
  const response = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...insecure });
  return oauth.processDiscoveryResponse(issuer, response);
}

/** The header that providers of this kind have always used. */
function ClientAuthHeader(keys: Keys): oauth.ClientAuth {
  return (_server, _client, _body, headers) => headers.set("x-client-auth", `Basic ${credential(keys)}`);
}

function twice({ secretKey }: Keys): oauth.ClientAuth {
  return (server, client, body, headers) => {
    oauth.ClientSecretBasic(secretKey)(server, client, body, headers);
    oauth.ClientSecretPost(secretKey)(server, client, body, headers);
  };
}

async function request(portal: string, keys: Keys, authentication: oauth.ClientAuth) {
  const server = await discover(portal);
  const client = { client_id: keys.publicKey };
  const response = await oauth.clientCredentialsGrantRequest(server, client, authentication, { scope: "smv" }, insecure);
  return oauth.processClientCredentialsResponse(server, client, response);
}

const methods: Record<string, (keys: Keys) => oauth.ClientAuth> = {
  client_secret_basic: ({ secretKey }) => oauth.ClientSecretBasic(secretKey),
  client_secret_post: ({ secretKey }) => oauth.ClientSecretPost(secretKey),
  "x-client-auth": ClientAuthHeader,
};

for (const [name, authentication] of Object.entries(methods)) {
  test(`oauth4webapi gets a token with ${name}, asks about it and revokes it`, async ({ portal, keysFor }) => {
    const keys = await keysFor("smv");
    const { access_token, token_type, expires_in } = await request(portal, keys, authentication(keys));
    expect({ token_type, expires_in }).toEqual({ token_type: "bearer", expires_in: 3600 });

    const server = await discover(portal);
    const client = { client_id: keys.publicKey };
    const introspect = async () => {
      const response = await oauth.introspectionRequest(server, client, authentication(keys), access_token, insecure);
      return oauth.processIntrospectionResponse(server, client, response);
    };
    expect(await introspect()).toMatchObject({ active: true, client_id: keys.publicKey, scope: "smv" });
    const revoked = await oauth.revocationRequest(server, client, authentication(keys), access_token, insecure);
    expect(await oauth.processRevocationResponse(revoked)).toBeUndefined();
    expect(await introspect()).toEqual({ active: false });
  });
}

test("oauth4webapi validates the token as a resource server", async ({ portal, keysFor }) => {
  const keys = await keysFor("smv");
  const { access_token } = await request(portal, keys, methods.client_secret_basic!(keys));
  const server = await discover(portal);
  const audience = `${portal}/identity/v1`;
  const validate = (token: string, expected: string) => {
    const call = new Request(`${expected}/mobileidentities/smvs`, { headers: { authorization: `Bearer ${token}` } });
    return oauth.validateJwtAccessToken(server, call, expected, insecure);
  };

  const claims = await validate(access_token, audience);
  expect(claims).toMatchObject({ iss: portal, aud: audience, client_id: keys.publicKey, scope: "smv" });

  await expect(validate(access_token, `${portal}/credit/v1`), "another audience").rejects.toThrow(/"aud"/);
  const [header, payload, signature] = access_token.split(".") as [string, string, string];
  const richer = { ...JSON.parse(Buffer.from(payload, "base64url").toString()), scope: "smv crm-na-nuvem" };
  const forged = [header, Buffer.from(JSON.stringify(richer)).toString("base64url"), signature].join(".");
  await expect(validate(forged, audience), "a claim changed").rejects.toThrow(/signature/);
});

test("oauth4webapi is told that the secret is wrong", async ({ portal, keysFor }) => {
  const { publicKey } = await keysFor("smv");
  const keys = { publicKey, secretKey: "another-than-it-is" };
  const inBody = request(portal, keys, methods.client_secret_post!(keys));
  await expect(inBody).rejects.toMatchObject({ status: 401, error: "invalid_client" });
  const inHeader = request(portal, keys, methods.client_secret_basic!(keys));
  await expect(inHeader).rejects.toMatchObject({ status: 401, cause: [{ scheme: "basic" }] });
});

test("oauth4webapi is told to say who calls only once", async ({ portal, keysFor }) => {
  const keys = await keysFor("smv");
  await expect(request(portal, keys, twice(keys))).rejects.toMatchObject({ status: 400, error: "invalid_request" });
});
