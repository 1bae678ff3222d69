/** A passkey, made and used by Chromium's own virtual authenticator. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";
import { logs, program } from "../setup/balcao";
import { freePort, Service } from "../setup/service";

const ANA = "ana.souza@bancoexemplo.com.br";

async function hasAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test("a passkey is added, signs in alone, and comes after a password", async ({ browser, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "passkeys need a script");
  // No passkey belongs to an IP address, by which the other journeys reach the portal.
  const directory = await mkdtemp(join(tmpdir(), "balcao-passkey-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const service = new Service("passkey", join(logs, `passkey-${port}.log`), {
    command: program,
    arguments: ["serve", "--development"],
    directory,
    environment: { BALCAO_LISTEN: `127.0.0.1:${port}`, BALCAO_PUBLIC_URL: url },
  });
  const context = await browser.newContext({ baseURL: url, locale: "pt-BR" });
  try {
    await service.answers(`http://127.0.0.1:${port}/readyz`);
    const page = await context.newPage();
    await hasAuthenticator(page);
    await signIn(page, ANA, demoPassword);
    await page.waitForURL("**/minhas-aplicacoes");
    await page.goto("/conta/verificacao");
    await page.getByRole("button", { name: "Adicionar chave de acesso" }).click();
    await page.getByLabel("Nome da chave").fill("Celular");
    await page.getByRole("button", { name: "Criar chave" }).click();
    // The first factor brings the codes for whoever loses it.
    await page.getByRole("link", { name: "Já guardei" }).click();
    await expect(page.getByText("Celular", { exact: true })).toBeVisible();

    await context.clearCookies();
    await page.goto("/entrar");
    await page.getByRole("button", { name: "Entrar com chave de acesso" }).click();
    await page.waitForURL("**/minhas-aplicacoes");

    await context.clearCookies();
    await signIn(page, ANA, demoPassword);
    await page.waitForURL("**/entrar/verificacao");
    await page.getByRole("button", { name: "Usar chave de acesso" }).click();
    await page.waitForURL("**/minhas-aplicacoes");

    await page.goto("/conta/verificacao");
    await page.getByRole("button", { name: /^Remover a chave Celular/ }).click();
    await expect(page.getByText("Chave removida.")).toBeVisible();
  } finally {
    await context.close();
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  }
});
