if (Date.now() > Number(pm.collectionVariables.get("tokenEnds") || 0)) {
  const keys = pm.variables.get("publicKey") + ":" + pm.variables.get("secretKey");
  pm.sendRequest({
    url: pm.variables.get("url") + "/oauth2/v1/token",
    method: "POST",
    header: { "x-client-auth": "Basic " + btoa(keys) },
    body: { mode: "urlencoded", urlencoded: [{ key: "grant_type", value: "client_credentials" }] },
  }, (error, response) => {
    if (error || response.code !== 200) {
      throw new Error(error ? String(error) : response.text());
    }
    const { access_token, expires_in } = response.json();
    pm.collectionVariables.set("token", access_token);
    pm.collectionVariables.set("tokenEnds", Date.now() + (expires_in - 10) * 1000);
  });
}
