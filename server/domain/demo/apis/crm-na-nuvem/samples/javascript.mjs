// Lists the first ten contacts of the CRM.
// Needs Node.js 18 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
// Run with: node javascript.mjs

const { BALCAO_URL, BALCAO_PUBLIC_KEY, BALCAO_SECRET_KEY } = process.env;

/** The JSON of the answer; ends the program unless the status is 2xx. */
async function call(path, options) {
  const response = await fetch(BALCAO_URL + path, { ...options, signal: AbortSignal.timeout(10_000) });
  const body = await response.text();
  if (!response.ok) {
    console.error(body);
    process.exit(1);
  }
  return JSON.parse(body);
}

/** Exchanges the two keys for a token. */
async function accessToken() {
  const credential = Buffer.from(`${BALCAO_PUBLIC_KEY}:${BALCAO_SECRET_KEY}`).toString("base64");
  const answer = await call("/oauth2/v1/token", {
    method: "POST",
    headers: { "x-client-auth": `Basic ${credential}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  return answer.access_token;
}

const answer = await call("/crm/v1/contacts?limit=10", {
  headers: { "x-client-auth": `Bearer ${await accessToken()}` },
});
console.log(JSON.stringify(answer, null, 2));
