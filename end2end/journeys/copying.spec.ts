/** Copy buttons of articles: a small script alone brings them to life, under the policy of our pages. */
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "../harness/test";

const script = fileURLToPath(new URL("../../app/public/copy.js", import.meta.url));
const code = "curl 'https://api.example.com' |\n  jq '.\"a\" < 1'";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "without JavaScript one selects by hand");

/** A page such as `server/articles` writes, with two blocks of code. */
async function open(page: Page): Promise<void> {
  const figure = (id: string, text: string) => `
    <figure><figcaption><button type="button" aria-label="Copiar: ${id}" data-copy="${id}" data-copied="Copiado"
      data-selected="Texto selecionado; agora copie" hidden><span class="copy__idle"><svg></svg> Copiar</span>
      <span class="copy__done">Copiado</span></button></figcaption><pre><code id="${id}">${text}</code></pre></figure>`;
  const escaped = code.replace("<", "&lt;").replace("curl", "<span>curl</span>");
  await page.route("**/copy.js", (route) => route.fulfill({ path: script, contentType: "text/javascript" }));
  await page.route("**/um-artigo", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "content-security-policy": "default-src 'none'; script-src 'self'; img-src data:" },
      body: `<!doctype html><html lang="pt-BR"><title>Artigo</title><script type="module" src="/copy.js"></script>
        <link rel="icon" href="data:,">${figure("c-1", escaped)}${figure("c-2", "outro")}</html>`,
    }),
  );
  await page.goto("/um-artigo");
}

test("a press copies the code as it is and says so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await expect(page.getByRole("status")).toHaveText("");
  await page.getByRole("button", { name: "Copiar: c-1" }).click();
  await expect(page.getByRole("status")).toHaveText("Copiado");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await expect(page.getByRole("button", { name: "Copiar: c-1" })).toHaveClass("is-copied");
  await expect(page.getByRole("button", { name: "Copiar: c-2" })).not.toHaveClass("is-copied");
  await expect(page.getByRole("status")).toHaveText("");
  await expect(page.getByRole("button", { name: "Copiar: c-1" })).not.toHaveClass("is-copied");
});

test("where there is no clipboard the old way is taken, and else the reader's own", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await open(page);
  const selected = () => page.evaluate(() => getSelection()!.toString());
  await page.getByRole("button", { name: "Copiar: c-1" }).click();
  await expect(page.getByRole("status")).toHaveText("Copiado");
  expect(await selected()).toBe("");

  await page.evaluate(() => (document.execCommand = () => false));
  await page.getByRole("button", { name: "Copiar: c-2" }).click();
  await expect(page.getByRole("status")).toHaveText("Texto selecionado; agora copie");
  await expect(page.getByRole("button", { name: "Copiar: c-2" })).toContainText("Texto selecionado; agora copie");
  expect(await selected()).toBe("outro");
});
