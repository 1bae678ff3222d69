/** A company's program: it calls the portal with its keys, by plain fetch. */
import { credential, type Keys } from "./keys";

export class Application {
  readonly #authentication: Record<string, string>;

  constructor(keys: Keys) {
    this.#authentication = { "x-client-auth": `Basic ${credential(keys)}` };
  }

  async token(portal: string): Promise<string> {
    const response = await this.#post(`${portal}/oauth2/v1/token`, { grant_type: "client_credentials" });
    const { access_token } = (await response.json()) as { access_token: string };
    return access_token;
  }

  async isActive(portal: string, token: string): Promise<boolean> {
    const response = await this.#post(`${portal}/oauth2/v1/introspect`, { token });
    const { active } = (await response.json()) as { active: boolean };
    return active;
  }

  /** Answers once the portal says that it is done. */
  async revoke(portal: string, token: string): Promise<void> {
    const response = await this.#post(`${portal}/oauth2/v1/revoke`, { token });
    await response.text();
  }

  /** Calls SMV with the number that is always verified. */
  async verify(portal: string, token: string): Promise<number> {
    return (await this.#callSmv(portal, token)).status;
  }

  /** How many calls the plan still has, after one more. */
  async callsLeft(portal: string, token: string): Promise<number> {
    const { headers } = await this.#callSmv(portal, token);
    return Number(/;r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
  }

  async #callSmv(portal: string, token: string): Promise<Response> {
    const data = { msisdn: "5511999990200", ip: "203.0.113.10", port: 51544, timestamp: Date.now() / 1000 };
    const response = await fetch(`${portal}/identity/v1/mobileidentities/smvs`, {
      method: "POST",
      headers: { "x-client-auth": `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ data }),
    });
    await response.text();
    return response;
  }

  async #post(url: string, form: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      method: "POST",
      headers: this.#authentication,
      body: new URLSearchParams(form),
    });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return response;
  }
}

/** Does the work over and over, so many at a time, until it says to stop. */
export async function atOnce(count: number, work: (worker: number) => Promise<boolean>): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, async (_, worker) => {
      while (await work(worker));
    }),
  );
}
