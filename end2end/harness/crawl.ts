/** Every page that a reader comes to by links from where they begin. */
import { type Page } from "@playwright/test";

/**
 * Opens the pages one after the other and says their addresses, one of each kind: two that differ in
 * an id or in the name of an API alone are of one kind, and so are two that differ in the values of
 * their query.
 */
export async function* pagesFrom(page: Page, beginnings: string[]): AsyncGenerator<string> {
  const kinds = new Set<string>();
  const waiting = [...beginnings];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    if (!(await isPage(page, address))) continue;
    waiting.push(...(await links(page)));
    yield address;
  }
}

async function isPage(page: Page, address: string): Promise<boolean> {
  const answer = await page.request.get(address);
  if (!answer.headers()["content-type"]?.startsWith("text/html")) return false;
  await page.goto(address);
  return true;
}

/** Those within the portal, without the place on the page. */
function links(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
      .filter(({ origin, download }) => origin === location.origin && download === "")
      .map(({ pathname, search }) => pathname + search),
  );
}

function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://portal.example");
  const path = pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}").replace(/^(\/catalogo|\/administracao\/apis)\/[^/]+/, "$1/{api}");
  return [path, ...new Set(searchParams.keys())].join(" ");
}
