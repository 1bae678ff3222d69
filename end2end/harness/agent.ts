/** What an agent made with npm's @modelcontextprotocol/sdk brings of its own: its memory, and a port. */
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import {
  type OAuthClientInformationMixed,
  type OAuthClientMetadata,
  type OAuthTokens,
} from "@modelcontextprotocol/sdk/shared/auth.js";
import { expect } from "@playwright/test";

/** What an agent keeps, in memory. */
export class Keeper implements OAuthClientProvider {
  asked?: URL;
  private kept?: OAuthTokens;
  private verifier = "";
  private information?: OAuthClientInformationMixed;

  /** It registers itself unless it has an identifier. */
  constructor(
    private readonly name: string,
    readonly redirectUrl: string,
    id?: string,
  ) {
    if (id) this.information = { client_id: id };
  }

  get clientMetadata(): OAuthClientMetadata {
    return {
      client_name: this.name,
      redirect_uris: [this.redirectUrl],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      token_endpoint_auth_method: "none",
    };
  }

  state = (): string => "a state";
  clientInformation = (): OAuthClientInformationMixed | undefined => this.information;
  saveClientInformation = (information: OAuthClientInformationMixed): void => {
    this.information = information;
  };
  tokens = (): OAuthTokens | undefined => this.kept;
  saveTokens = (tokens: OAuthTokens): void => {
    this.kept = tokens;
  };
  redirectToAuthorization = (url: URL): void => {
    this.asked = url;
  };
  saveCodeVerifier = (verifier: string): void => {
    this.verifier = verifier;
  };
  codeVerifier = (): string => this.verifier;
}

/** Where a browser brings the answers to. */
export interface Port {
  address: string;
  came: Promise<URL>;
  stops: () => Promise<void>;
}

/** Waits on this machine for what the browser brings. */
export async function listens(): Promise<Port> {
  let arrives: (url: URL) => void = () => undefined;
  const came = new Promise<URL>((resolve) => (arrives = resolve));
  const server = createServer((request, response) => {
    const url = new URL(request.url!, `http://${request.headers.host}`);
    response.end("ok");
    if (url.pathname === "/volta") arrives(url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/volta`,
    came,
    stops: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export type Data = Record<string, unknown>;

export const newAgent = (): Client => new Client({ name: "balcao-end2end", version: "1.0.0" });

/** The data that a tool answers with. The SDK compares them with the schema that the tool has. */
export async function uses(agent: Client, name: string, given: Data = {}): Promise<Data> {
  const told = await agent.callTool({ name, arguments: given });
  expect(told.isError, JSON.stringify(told.content)).toBeFalsy();
  return told.structuredContent as Data;
}
