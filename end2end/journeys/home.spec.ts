/** The door of the portal opens. */
import { expect, test } from "../harness/test";

test("the home page says whose it is and offers the way in", async ({ page, look }) => {
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle(/Balcão/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await look(page);
});
