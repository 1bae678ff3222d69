/** Programs of other systems, as the owner of a portal registers them, and their tokens. */
import { randomUUID } from "node:crypto";
import { demoPassword } from "./sign-in";

/** What a registered program shows that it is itself by. */
export interface Client {
  id: string;
  secret: string;
}

export type Registration = { scopes: string[] } & (
  | { kind: "password" }
  | {
      kind: "credentials";
      /** Whom it acts for, by the address. */
      account: string;
    }
);

/** The command that registers it, by a name that no other has. */
export function registration(about: Registration): string[] {
  const account = about.kind === "credentials" ? ["--account", about.account] : [];
  const scopes = about.scopes.flatMap((scope) => ["--scope", scope]);
  return ["client", "add", `Programa ${randomUUID()}`, "--kind", about.kind, ...account, ...scopes];
}

/** What that command shows once. */
export function clientIn(output: string): Client {
  const [, id] = /^client_id +(\S+)$/m.exec(output) ?? [];
  const [, secret] = /^client_secret +(\S+)$/m.exec(output) ?? [];
  if (!id || !secret) throw new Error(`no client in ${output}`);
  return { id, secret };
}

/** A token of the program, or of one of the demo people who gave it the password. */
export async function tokenOf(portal: string, { id, secret }: Client, email?: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: "client_credentials", client_id: id, client_secret: secret });
  if (email) {
    body.set("grant_type", "password");
    body.set("username", email);
    body.set("password", demoPassword);
  }
  const answer = await fetch(`${portal}/oauth2/v1/token`, { method: "POST", body });
  if (!answer.ok) throw new Error(`no token: ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** Whose account a token opens; the status where it opens none. */
export async function accountOf(portal: string, token: string): Promise<string | number> {
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await fetch(`${portal}/api/v1/accounts/me`, { headers });
  if (!answer.ok) return answer.status;
  const { data } = (await answer.json()) as { data: { attributes: { email: string } } };
  return data.attributes.email;
}
