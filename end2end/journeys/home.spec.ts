/** The door of the portal opens. */
import { expect, test } from "../harness/test";

test("the home page says whose it is and offers the way in", async ({ page, look }) => {
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle(/Balcão/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await look(page);
});

test("the onboarding leads through the whole journey, with a picture of each step", async ({ page, look }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await page.getByRole("link", { name: "Ver passo a passo" }).click();
  await expect(page).toHaveURL(/\/onboarding$/);
  await expect(page.getByRole("region", { name: "Duas palavras" })).toContainText("Grupo de permissões");
  const pictures = page.locator(".onboarding__picture img");
  expect(await pictures.count()).toBe(15);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveJSProperty("naturalWidth", 1080);
    expect(await picture.getAttribute("alt")).not.toBe("");
  }
  await look(page);
});
