/** A program that is told of events: an HTTPS server that keeps what comes. */
import type { ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect } from "@playwright/test";
import type { Certificate } from "./authority";

export interface Message {
  headers: Record<string, string>;
  body: string;
}

type Answer = (response: ServerResponse) => void;

export const takes: Answer = (response) => response.writeHead(204).end();
/** It never answers. */
export const holds: Answer = () => undefined;
export const answers =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body);

/** How long something may take that follows by itself. */
export const soon = { timeout: 30_000 };

export class Receiver {
  readonly messages: Message[] = [];
  connections = 0;
  /** What it answers to each of the next messages, and after these. */
  next: Answer[] = [];
  always: Answer = takes;

  private constructor(
    readonly url: string,
    readonly stops: () => Promise<void>,
  ) {}

  /** Listens at an address of this machine, by which it is called unless it has a name. */
  static async at(address: string, certificate: Certificate, name = address): Promise<Receiver> {
    let receiver: Receiver | undefined;
    const server = createServer(certificate, async (request, response) => {
      const body = await text(request);
      receiver!.messages.push({ headers: request.headers as Record<string, string>, body });
      const answer = receiver!.next.shift() ?? receiver!.always;
      answer(response);
    });
    server.on("connection", () => (receiver!.connections += 1));
    await new Promise<void>((resolve) => server.listen(0, address, resolve));
    const { port } = server.address() as AddressInfo;
    const host = name.includes(":") ? `[${name}]` : name;
    receiver = new Receiver(`https://${host}:${port}/balcao`, async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    });
    return receiver;
  }

  /** The first message about events of a kind, once it is there. */
  async gets(type: string): Promise<Message> {
    const found = () => this.messages.find(({ body }) => (JSON.parse(body) as { type: string }).type === type);
    await expect.poll(() => found() !== undefined, { ...soon, message: `a message of ${type}` }).toBe(true);
    return found()!;
  }
}
