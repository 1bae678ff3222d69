/** Somebody who uses the portal's pages by plain HTTP, as a browser without JavaScript does. */
import { type APIRequestContext, type APIResponse, request } from "@playwright/test";
import { newCompany, type Person } from "./people";
import { demoPassword } from "./sign-in";

/** A request for access, as others name it. */
export interface Asked {
  id: string;
  number: string;
}

export class Visitor {
  private constructor(private readonly pages: APIRequestContext) {}

  static async signIn(portal: string, email: string): Promise<Visitor> {
    const visitor = await Visitor.at(portal);
    await visitor.posts("/entrar", { email, password: demoPassword });
    return visitor;
  }

  /** Comes in by the one-time link of a mail, and sets the password. */
  static async arrive(portal: string, link: string, { password }: Person): Promise<Visitor> {
    const visitor = await Visitor.at(portal);
    await visitor.posts(new URL(link).pathname);
    await visitor.posts("/senha", { password, confirmation: password });
    return visitor;
  }

  private static async at(portal: string): Promise<Visitor> {
    const extraHTTPHeaders = { "Sec-Fetch-Site": "same-origin" };
    return new Visitor(await request.newContext({ baseURL: portal, extraHTTPHeaders }));
  }

  async reads(path: string): Promise<string> {
    return textOf(await this.pages.get(path));
  }

  /** Sends a form and reads the page it leads to. */
  async posts(path: string, form: Record<string, string> = {}): Promise<string> {
    return textOf(await this.pages.post(path, { form }));
  }

  /** Asks for SMV on Trial for a new group, whose mail goes to `email`. */
  async asks(email: string): Promise<Asked> {
    const { legalName, cnpj, groupName, phone } = newCompany();
    const group = { group: "novo", legal_name: legalName, cnpj, name: groupName, email, phone };
    const step = await this.posts("/solicitacoes/nova/smv/trial", group);
    const id = find(step, /\/solicitacoes\/([0-9a-f-]{36})\//);
    const application = { name: groupName, description: "Confirmar o número do celular no cadastro do aplicativo." };
    const review = await this.posts(`/solicitacoes/${id}/aplicacao`, application);
    const reviewed = find(review, /name="reviewed"[^>]*value="(\d+)"/);
    const done = await this.posts(`/solicitacoes/${id}/revisao`, { reviewed: reviewed ?? "" });
    const number = find(done, /Nº (\d{4}-\d{4})/);
    if (id === undefined || number === undefined) throw new Error(`nothing was asked for\n${done}`);
    return { id, number };
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
