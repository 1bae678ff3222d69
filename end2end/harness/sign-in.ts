/** Signing in as one of the demo people. */
import { type Page } from "@playwright/test";

export const demoPassword = "Balcao-demo-2026";

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/entrar");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Senha", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
}
