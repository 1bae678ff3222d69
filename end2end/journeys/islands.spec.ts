/** Islands wake late, or not at all; what somebody typed meanwhile is theirs. */
import { type BrowserContext, type Page } from "@playwright/test";
import { demoPassword, signIn as fillIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "there are no islands without JavaScript");

async function signIn(page: Page): Promise<void> {
  await fillIn(page, "ana.souza@bancoexemplo.com.br", demoPassword);
  await expect(page).not.toHaveURL(/\/entrar/);
}

/** Holds the program of the islands back until it is let go. */
async function slowly(page: Page): Promise<() => void> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

test("a CNPJ that was typed before its field woke stays, and so do caret and undo", async ({ page, hydrated }) => {
  await signIn(page);
  const wake = await slowly(page);
  await page.goto("/grupos/novo");
  const field = page.getByLabel("CNPJ");
  await field.pressSequentially("12abc34501de36");
  await expect(field).toHaveValue("12abc34501de36");
  wake();
  await hydrated(page);
  await expect(field).toHaveValue("12.ABC.345/01DE-36");
  await expect(page.locator("#cnpj-error")).toHaveClass("field__error");

  // The last digit is wrong, and so is one in the middle.
  await field.press("End");
  await field.press("Backspace");
  await field.press("5");
  await expect(page.locator("#cnpj-error")).toHaveClass("field__ok");
  const caret = () => field.evaluate((input: HTMLInputElement) => input.selectionStart);
  await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(5, 5));
  await field.press("Backspace");
  await expect(field).toHaveValue("12.AC3.450/1DE3-5");
  expect(await caret()).toBe(4);
  await field.press("b");
  await expect(field).toHaveValue("12.ABC.345/01DE-35");
  expect(await caret()).toBe(5);
  await expect(page.locator("#cnpj-error")).toHaveClass("field__ok");

  await field.press("9");
  await expect(field).toHaveValue("12.AB9.C34/501D-E35");
  for (let step = 0; step < 3 && (await field.inputValue()) !== "12.ABC.345/01DE-35"; step += 1) {
    await field.press("ControlOrMeta+z");
  }
  await expect(field).toHaveValue("12.ABC.345/01DE-35");
});

test("a digit too many is seen and refused while one types, as the server does", async ({ page, hydrated }) => {
  await signIn(page);
  await page.goto("/grupos/novo");
  await hydrated(page);
  const field = page.getByLabel("CNPJ");
  await field.fill("00.000.000/0001-911");
  await expect(field).toHaveValue("00.000.000/0001-911");
  await expect(page.locator("#cnpj-error")).toHaveClass("field__error");
});

test("the rules of a password tick for what was typed before their field woke", async ({ page, hydrated }) => {
  await signIn(page);
  const wake = await slowly(page);
  await page.goto("/conta/senha");
  const field = page.locator("input[autocomplete=new-password]").first();
  await field.pressSequentially("Mandacaru-floriu-82");
  wake();
  await hydrated(page);
  await expect(field).toHaveValue("Mandacaru-floriu-82");
  const rules = page.locator(".checklist li");
  await expect(page.locator(".checklist li.is-met")).toHaveCount(await rules.count());
});

test("the check-up says how to do without it until it can look", async ({ page, hydrated }) => {
  const wake = await slowly(page);
  await page.goto("/diagnostico");
  const field = page.getByLabel("O que você envia");
  await expect(field).toBeHidden();
  await expect(page.locator("#sem-exame")).toBeVisible();
  wake();
  await hydrated(page);
  await expect(page.locator("#sem-exame")).toBeHidden();
  await field.fill("Authorization: Bearer 0f8fad5b-d9cb-469f-a165-70867728950e");
  await expect(page.locator("#achados > li:visible")).toHaveCount(1);
});

test("an island that fails does not end the others", async ({ browser, baseURL }) => {
  // Not watched: here an error is what is wanted.
  const context: BrowserContext = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await signIn(page);
  await page.route("**/conta/senha", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace(/data-props="[^"]*"|data-props='[^']*'/, 'data-props="{"') });
  });
  await page.goto("/conta/senha");
  const toggles = page.locator(".password-field__toggle");
  await toggles.nth(1).click();
  await expect(toggles.nth(1)).toHaveAttribute("aria-pressed", "true");
  await toggles.nth(0).click();
  await expect(toggles.nth(0)).toHaveAttribute("aria-pressed", "false");
  expect(errors.length).toBeGreaterThan(0);
  await context.close();
});

test("nothing of an island is loaded before somebody turns to it, and the press is not lost", async ({ page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto("/entrar");
  const toggle = page.locator(".password-field__toggle");
  await expect(toggle).toBeVisible();
  expect(loaded.filter((path) => /islands\./.test(path))).toEqual([]);
  const wake = await slowly(page);
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  wake();
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
});

test("islands that could not be loaded are tried again", async ({ browser, baseURL }) => {
  // Not watched: here an error is what is wanted.
  const context: BrowserContext = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.route("**/islands.*.js", (route) => route.abort(), { times: 1 });
  await page.goto("/entrar");
  const toggle = page.locator(".password-field__toggle");
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  await expect(async () => {
    await toggle.click();
    await expect(toggle).toHaveAttribute("aria-pressed", "true", { timeout: 2000 });
  }).toPass();
  await context.close();
});

test("no command breaks on the page, and none is translated", async ({ page, hydrated }) => {
  await page.goto("/diagnostico");
  await hydrated(page);
  const commands = page.locator("#causas pre");
  for (const command of await commands.all()) {
    await expect(command).toHaveCSS("white-space-collapse", "preserve");
    await expect(command).toHaveCSS("text-wrap-mode", "nowrap");
    await expect(command).toHaveAttribute("translate", "no");
  }
  expect(await commands.count()).toBeGreaterThan(10);
});
