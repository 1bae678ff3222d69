/** Playwright's test for companies whose programs are told of events, by a portal of each test's own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Balcao } from "../setup/balcao";
import { Authority } from "./authority";
import { expect, test as base } from "./clients";
import { Instances } from "./instances";
import { Management, type Resource, to } from "./management";
import { managing } from "./managed";
import { Receiver } from "./receiver";

const ANA = "ana.souza@bancoexemplo.com.br";
const MANAGER = "gestor@balcao.example";

/** What the log tells of one attempt. */
export interface Attempt {
  number: number;
  at: string;
  milliseconds: number;
  status: number | null;
  failure: string | null;
  answer: string;
}

export interface Delivery {
  state: string;
  log: Attempt[];
}

/** What Ana's program knows of a webhook that it made. */
export class Webhook {
  constructor(
    private readonly api: Management,
    private readonly id: string,
    readonly secret: string,
  ) {}

  /** Has a test sent; its identifier in the log. */
  async tests(): Promise<string> {
    return (await this.api.makes(`webhooks/${this.id}/tests`)).id;
  }

  /** Its new secret. */
  async rotates(): Promise<string> {
    return (await this.api.makes<{ secret: string }>(`webhooks/${this.id}/rotations`)).attributes.secret;
  }

  async delivery(id: string): Promise<Delivery> {
    return (await this.api.reads<Resource<Delivery>>(`webhooks/${this.id}/deliveries/${id}`)).attributes;
  }

  async deliveries(): Promise<Resource[]> {
    return this.api.reads(`webhooks/${this.id}/deliveries`);
  }
}

interface Place {
  /** Of this machine. */
  address: string;
  name?: string;
}

interface Fixtures {
  /** Private networks that webhooks may lead to, as the portal is told. */
  networks: string;
  /** For files of the test. */
  directory: string;
  /** The portal trusts it. */
  authority: Authority;
  instances: Instances;
  balcao: Balcao;
  /** The program of an owner of a group, who gave it the password. */
  ana: Management;
  /** The program of the contract manager. */
  carlos: Management;
  /** Makes a webhook of Ana's group. */
  listens: (url: string, ...events: string[]) => Promise<Webhook>;
  /** Starts a receiver, whose authority is the trusted one unless another is named. */
  receives: (authority?: Authority, place?: Place) => Promise<Receiver>;
}

export const test = base.extend<Fixtures>({
  networks: ["127.0.0.0/8,::1", { option: true }],

  directory: async ({}, use) => {
    const directory = await mkdtemp(join(tmpdir(), "balcao-receivers-"));
    await use(directory);
    await rm(directory, { recursive: true, force: true });
  },

  authority: async ({ directory }, use) => use(await Authority.in(directory)),

  instances: async ({ authority, networks }, use) => {
    const within: Record<string, string> = networks ? { BALCAO_WEBHOOK_NETWORKS: networks } : {};
    const instances = await Instances.on(undefined, { BALCAO_TLS_CA: authority.file, ...within });
    await use(instances);
    await instances.end();
  },

  balcao: async ({ instances }, use, { testId }) => use(await instances.start(`receivers-${testId}`)),

  ana: async ({ instances, balcao: { url } }, use) =>
    use(new Management(url, await managing(instances, url).byPerson(ANA))),

  carlos: async ({ instances, balcao: { url } }, use) =>
    use(new Management(url, await managing(instances, url).byProgram(MANAGER))),

  listens: async ({ ana }, use) => {
    const [group] = await ana.reads<Resource[]>("groups");
    await use(async (url, ...events) => {
      const relationships = { group: to("groups", group!.id) };
      const made = await ana.makes<{ secret: string }>("webhooks", { url, events }, relationships);
      return new Webhook(ana, made.id, made.attributes.secret);
    });
  },

  receives: async ({ authority }, use) => {
    const receivers: Receiver[] = [];
    await use(async (by = authority, { address, name = address } = { address: "127.0.0.1" }) => {
      const receiver = await Receiver.at(address, await by.certifies(name), name);
      receivers.push(receiver);
      return receiver;
    });
    await Promise.all(receivers.map((receiver) => receiver.stops()));
  },
});

export { expect };
