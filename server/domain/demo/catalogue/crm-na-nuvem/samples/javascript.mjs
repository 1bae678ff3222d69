// pt: Lista os dez primeiros contatos do CRM.
// en: Lists the first ten contacts of the CRM.
// es: Lista los diez primeros contactos del CRM.
// pt: Precisa do Node.js 18 ou mais recente e das variáveis BALCAO_URL, BALCAO_PUBLIC_KEY e BALCAO_SECRET_KEY.
// en: Needs Node.js 18 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
// es: Necesita Node.js 18 o posterior y las variables BALCAO_URL, BALCAO_PUBLIC_KEY y BALCAO_SECRET_KEY.
// pt: Execute com: node javascript.mjs
// en: Run with: node javascript.mjs
// es: Ejecute con: node javascript.mjs

const { BALCAO_URL, BALCAO_PUBLIC_KEY, BALCAO_SECRET_KEY } = process.env;

/** pt: O JSON da resposta; encerra o programa se o status não for 2xx. */
/** en: The JSON of the answer; ends the program unless the status is 2xx. */
/** es: El JSON de la respuesta; termina el programa si el estado no es 2xx. */
async function call(path, options) {
  const response = await fetch(BALCAO_URL + path, { ...options, signal: AbortSignal.timeout(10_000) });
  const body = await response.text();
  if (!response.ok) {
    console.error(body);
    process.exit(1);
  }
  return JSON.parse(body);
}

/** pt: Troca as duas chaves por um token. */
/** en: Exchanges the two keys for a token. */
/** es: Cambia las dos claves por un token. */
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
