/** Somebody who uses the portal's pages by plain HTTP, as a browser without JavaScript does. */
import { type APIRequestContext, type APIResponse, request } from "@playwright/test";
import { demoPassword } from "./sign-in";

export class Visitor {
  private constructor(private readonly pages: APIRequestContext) {}

  static async signIn(portal: string, email: string): Promise<Visitor> {
    const extraHTTPHeaders = { "Sec-Fetch-Site": "same-origin" };
    const visitor = new Visitor(await request.newContext({ baseURL: portal, extraHTTPHeaders }));
    await visitor.posts("/entrar", { email, password: demoPassword });
    return visitor;
  }

  async reads(path: string): Promise<string> {
    return textOf(await this.pages.get(path));
  }

  /** Sends a form and reads the page it leads to. */
  async posts(path: string, form: Record<string, string> = {}): Promise<string> {
    return textOf(await this.pages.post(path, { form }));
  }

  async leaves(): Promise<void> {
    await this.pages.dispose();
  }
}

async function textOf(response: APIResponse): Promise<string> {
  const text = await response.text();
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}\n${text}`);
  return text;
}

/** The first part of a page that fits, by its one group. */
export function find(page: string, pattern: RegExp): string | undefined {
  return page.match(pattern)?.[1];
}
