/**
 * A program asks somebody to let it act for them: npm's openid-client, by code and PKCE, as far as a call
 * of the CRM. The program listens on the machine of the browser, on whichever port is free.
 */
import { webcrypto } from "node:crypto";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { type Page } from "@playwright/test";
import * as openid from "openid-client";
import { demoApplications, keysOf } from "../harness/keys";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

// Node 18 has it, but not where browsers and these libraries look for it.
globalThis.crypto ??= webcrypto as Crypto;

const EMILY = demoApplications["crm-na-nuvem"].owner;

/** An administrator registers a program that keeps no secret; its identifier. */
async function registers(page: Page, name: string, look: (page: Page) => Promise<void>): Promise<string> {
  await signIn(page, "admin@balcao.example", demoPassword);
  await expect(page).not.toHaveURL(/\/entrar/);
  await page.goto("/administracao/clientes");
  await page.getByRole("link", { name: "Novo cliente de autorização" }).click();
  await look(page);
  await page.getByLabel("Nome", { exact: true }).fill(name);
  await page.getByLabel("É confidencial").uncheck();
  await page.getByLabel("Alterar segredo").fill("");
  await page.getByLabel("CRM na nuvem").check();
  await page.getByLabel("Endereços de retorno").fill("http://app.example/volta");
  await page.getByRole("button", { name: "Registrar cliente" }).click();
  await expect(page.getByRole("alert")).toContainText("não é seguro");
  await look(page);
  await page.getByLabel("Endereços de retorno").fill("http://127.0.0.1/volta");
  await page.getByLabel("Alterar segredo").fill("");
  await page.getByRole("button", { name: "Registrar cliente" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cliente registrado");
  const id = (await page.locator("#client-id").innerText()).trim();
  await page.getByRole("link", { name: "Ver o cliente" }).click();
  await expect(page.getByText("http://127.0.0.1/volta")).toBeVisible();
  await look(page);
  return id;
}

/** A program that waits for what the browser brings. */
async function listens(): Promise<{ address: string; next: () => Promise<URL>; stops: () => Promise<void> }> {
  let came: (url: URL) => void = () => undefined;
  let comes = new Promise<URL>((resolve) => (came = resolve));
  const server = createServer((request, response) => {
    const url = new URL(request.url!, `http://${request.headers.host}`);
    // A program may lead the browser on, to another site too: what follows a form must not forbid that.
    if (url.pathname === "/volta") response.writeHead(302, { Location: `http://localhost:${url.port}/pronto` });
    response.end("ok");
    if (url.pathname === "/volta") came(url);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/volta`,
    next: async () => {
      const url = await comes;
      comes = new Promise((resolve) => (came = resolve));
      return url;
    },
    stops: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

test("somebody lets a program act for them, sees it, and ends it", async ({ page, browser, baseURL, look }) => {
  test.setTimeout(120_000);
  await keysOf(baseURL!, "crm-na-nuvem");
  const name = `Assistente ${Date.now()}`;
  const id = await registers(page, name, look);
  const program = await listens();
  const portal = await openid.discovery(new URL(baseURL!), id, undefined, openid.None(), {
    algorithm: "oauth2",
    execute: [openid.allowInsecureRequests],
  });
  const verifier = openid.randomPKCECodeVerifier();
  const state = openid.randomState();
  const asks = openid.buildAuthorizationUrl(portal, {
    redirect_uri: program.address,
    scope: "crm-na-nuvem",
    resource: baseURL!,
    state,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  const redeems = async () => {
    const checks = { pkceCodeVerifier: verifier, expectedState: state };
    return openid.authorizationCodeGrant(portal, await program.next(), checks);
  };
  const calls = async (token: string) => {
    const answer = await fetch(`${baseURL}/crm/v1/contacts`, { headers: { Authorization: `Bearer ${token}` } });
    return answer.status;
  };

  // This browser goes to the program, which the others must not.
  const context = await browser.newContext();
  const emily = await context.newPage();
  await emily.goto(asks.href);
  await emily.getByLabel("E-mail").fill(EMILY);
  await emily.getByLabel("Senha", { exact: true }).fill(demoPassword);
  await emily.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(emily.getByRole("heading", { level: 1 })).toHaveText(`${name} asks to act in your name`);
  await expect(emily.getByText(new URL(program.address).host)).toBeVisible();
  await look(emily);
  await emily.getByRole("button", { name: "Refuse" }).click();
  await expect(emily).toHaveURL(/\/pronto$/);
  await expect(redeems()).rejects.toMatchObject({ error: "access_denied" });

  await emily.goto(asks.href);
  await emily.getByRole("button", { name: "Allow" }).click();
  await expect(emily).toHaveURL(/\/pronto$/);
  const tokens = await redeems();
  expect(tokens).toMatchObject({ token_type: "bearer", scope: "crm-na-nuvem" });
  expect(await calls(tokens.access_token)).toBe(200);
  const renewed = await openid.refreshTokenGrant(portal, tokens.refresh_token!);
  expect(await calls(renewed.access_token)).toBe(200);

  await emily.goto("/conta");
  await look(emily);
  await emily.getByRole("button", { name: `the access of ${name}` }).click();
  await expect(emily.getByRole("status").first()).toContainText("The program's access was ended.");
  expect(await calls(renewed.access_token)).toBe(401);
  await expect(openid.refreshTokenGrant(portal, renewed.refresh_token!)).rejects.toMatchObject({ error: "invalid_grant" });

  // A wrong request goes back to the program, by way of the sign-in page too.
  await context.clearCookies();
  const wrong = new URL(asks);
  wrong.searchParams.set("scope", "segredos");
  await emily.goto(wrong.href);
  await emily.getByLabel("E-mail").fill(EMILY);
  await emily.getByLabel("Senha", { exact: true }).fill(demoPassword);
  await emily.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(emily).toHaveURL(/\/pronto$/);
  await expect(redeems()).rejects.toMatchObject({ error: "invalid_scope" });
  wrong.searchParams.set("redirect_uri", "https://evil.example/volta");
  await emily.goto(wrong.href);
  await expect(emily.getByRole("heading", { level: 1 })).toHaveText("The portal stopped here");
  await look(emily);
  await context.close();
  await program.stops();
});
