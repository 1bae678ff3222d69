/** An operation is called without leaving the reference: the form of its page, below it. */
import type { Page, Route } from "@playwright/test";
import { demoApplications, keysOf } from "../harness/keys";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "without JavaScript the link leads to the page");

const owner = demoApplications["crm-na-nuvem"].owner;
const reference = "/catalogo/crm-na-nuvem/referencia";

/** Emily reads English. */
async function open(page: Page, baseURL: string): Promise<void> {
  await keysOf(baseURL, "crm-na-nuvem");
  await signIn(page, owner, demoPassword);
  await expect(page).not.toHaveURL(/\/entrar/);
  await page.goto(reference);
}

const link = (page: Page) => page.getByRole("link", { name: "Try it: List contacts" });
const panel = (page: Page) => page.getByRole("region", { name: "Try it: List contacts" });
const limit = (page: Page) => panel(page).getByLabel("limit", { exact: true });
const send = (page: Page) => panel(page).getByRole("button", { name: "Call the sandbox" });

test("by the keyboard alone an operation is called in place", async ({ page, baseURL, look }) => {
  test.setTimeout(180_000);
  await open(page, baseURL!);
  await link(page).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeFocused();
  await expect(link(page)).toHaveAttribute("aria-expanded", "true");
  await look(page);

  await page.keyboard.press("Tab");
  await expect(panel(page).getByRole("button", { name: "Close" })).toBeFocused();
  while (!(await limit(page).evaluate((field) => field === document.activeElement))) await page.keyboard.press("Tab");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("status")).toContainText("Response 200");
  await expect(limit(page)).toBeFocused();
  const result = panel(page).getByRole("region", { name: "Result" });
  await expect(result).toContainText("/crm/v1/contacts?limit=2");
  await expect(result).toContainText('"name": "Ana Souza"');
  await look(page);
  const python = result.locator("summary", { hasText: "Python" });
  await python.focus();
  await page.keyboard.press("Enter");
  await expect(result.locator("#exemplo-python")).toContainText("/crm/v1/contacts?limit=2");
  await expect(result.getByRole("button", { name: /Copy: .*\.py/ })).toBeVisible();

  await limit(page).fill("1");
  await page.keyboard.press("Enter");
  await expect(result.locator("#exemplo-python")).toContainText("/crm/v1/contacts?limit=1");
  await expect(result.locator("#exemplo-python")).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(link(page)).toBeFocused();
  await expect(link(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(limit(page)).toHaveValue("1");
  await expect(page).toHaveURL(new RegExp(`${reference}$`));
});

test("one form is open at a time, and each keeps what was typed", async ({ page, baseURL }) => {
  await open(page, baseURL!);
  await link(page).click();
  await limit(page).fill("3");
  const other = page.getByRole("region", { name: "Try it: Read a contact" });
  await page.getByRole("link", { name: "Try it: Read a contact" }).click();
  await expect(other).toBeFocused();
  await expect(panel(page)).toBeHidden();
  await other.getByRole("button", { name: "Close" }).click();
  await expect(other).toBeHidden();
  await link(page).click();
  await expect(limit(page)).toHaveValue("3");
});

test("whoever wants the page in another tab gets it there", async ({ page, context, baseURL }) => {
  await open(page, baseURL!);
  const opened = context.waitForEvent("page");
  await link(page).click({ modifiers: ["ControlOrMeta"] });
  const tab = await opened;
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Try it: List contacts");
  await expect(panel(page)).toBeHidden();
});

test("a call that cannot be sent says why, and what was typed stays until it can", async ({ browser, baseURL, isMobile }) => {
  test.skip(isMobile, "of each person one form is kept, so one browser at a time");
  // Not watched: here errors are what is wanted.
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await open(page, baseURL!);
  await link(page).click();
  await limit(page).fill("2");
  const told = panel(page).getByRole("status");
  // What the next calls meet in place of the portal. One route stays, since one that ends while the
  // next is made may take that one's call along.
  const met: ((route: Route) => Promise<void>)[] = [(route) => route.abort()];
  await page.route("**/ilhas/teste", (route) => (met.shift() ?? ((call: Route) => call.continue()))(route));
  await send(page).click();
  await expect(told).toContainText("No response arrived");
  for (const [status, error] of [
    [429, "slow_down"],
    [503, "temporarily_unavailable"],
  ] as const) {
    met.push((route) => route.fulfill({ status, json: { error } }));
    const answered = page.waitForResponse("**/ilhas/teste");
    await send(page).click();
    await answered;
    await expect(told).toContainText("The portal is busy");
  }
  await context.clearCookies({ name: "balcao" });
  await send(page).click();
  await expect(told).toContainText("Your session has ended");
  await expect(limit(page)).toHaveValue("2");

  await panel(page).getByRole("button", { name: "Sign in again" }).click();
  await page.getByLabel("E-mail").fill(owner);
  await page.getByLabel("Senha", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Try it: List contacts");
  await expect(page.getByLabel("limit", { exact: true })).toHaveValue("2");
  await context.close();
});
