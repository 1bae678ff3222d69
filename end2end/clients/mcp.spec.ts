/**
 * An agent made with npm's @modelcontextprotocol/sdk, which finds everything out by itself: from being
 * refused, by what the portal says of where tokens are had, and by the page that asks somebody, as far as
 * an answered call of the sandbox.
 */
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { type OAuthClientProvider, UnauthorizedError } from "@modelcontextprotocol/sdk/client/auth.js";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import {
  type OAuthClientInformationMixed,
  type OAuthClientMetadata,
  type OAuthTokens,
} from "@modelcontextprotocol/sdk/shared/auth.js";
import { expect, test } from "../harness/clients";
import { demoApplications } from "../harness/keys";
import { registersClient } from "../harness/owner";
import { demoPassword } from "../harness/sign-in";

const EMILY = demoApplications["crm-na-nuvem"].owner;

/** What an agent keeps, in memory. It is registered already. */
class Keeper implements OAuthClientProvider {
  asked?: URL;
  private kept?: OAuthTokens;
  private verifier = "";
  private information: OAuthClientInformationMixed;

  constructor(
    id: string,
    readonly redirectUrl: string,
  ) {
    this.information = { client_id: id };
  }

  get clientMetadata(): OAuthClientMetadata {
    return { client_name: "Agente", redirect_uris: [this.redirectUrl] };
  }

  state = (): string => "a state";
  clientInformation = (): OAuthClientInformationMixed => this.information;
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

/** Waits on this machine for what the browser brings. */
async function listens(): Promise<{ address: string; came: Promise<URL>; stops: () => Promise<void> }> {
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

type Data = Record<string, unknown>;

/** The data that a tool answers with. The SDK compares them with the schema that the tool has. */
async function uses(agent: Client, name: string, given: Data = {}): Promise<Data> {
  const told = await agent.callTool({ name, arguments: given });
  expect(told.isError, JSON.stringify(told.content)).toBeFalsy();
  return told.structuredContent as Data;
}

test("an agent that somebody lets in calls the sandbox for them", async ({ portal, keysFor, browser }) => {
  test.setTimeout(120_000);
  await keysFor("crm-na-nuvem");
  const name = `Agente ${Date.now()}`;
  const scopes = ["portal.read", "portal.write"];
  const id = await registersClient(name, "http://127.0.0.1/volta", ...scopes);
  const program = await listens();
  const authProvider = new Keeper(id, program.address);
  const door = () => new StreamableHTTPClientTransport(new URL(`${portal}/mcp`), { authProvider });
  const agent = () => new Client({ name: "balcao-end2end", version: "1.0.0" });

  const first = door();
  await expect(agent().connect(first)).rejects.toThrow(UnauthorizedError);
  const asked = authProvider.asked!;
  expect(asked.origin + asked.pathname).toBe(`${portal}/autorizar`);
  // What agents are told of /mcp names its own scopes alone, all of which they ask for.
  expect(asked.searchParams.get("scope")).toBe(scopes.join(" "));
  expect(asked.searchParams.get("resource")).toBe(`${portal}/mcp`);

  const context = await browser.newContext();
  const emily = await context.newPage();
  await emily.goto(asked.href);
  await emily.getByLabel("E-mail").fill(EMILY);
  await emily.getByLabel("Senha", { exact: true }).fill(demoPassword);
  await emily.getByRole("button", { name: "Entrar" }).click();
  await expect(emily.getByRole("heading", { level: 1 })).toHaveText(`${name} asks to act in your name`);
  await emily.getByRole("button", { name: "Allow" }).click();
  const came = await program.came;
  expect(came.searchParams.get("state")).toBe("a state");
  await first.finishAuth(came.searchParams.get("code")!);

  const acting = agent();
  await acting.connect(door());
  expect(acting.getInstructions()).toContain("search_catalogue");
  const { tools } = await acting.listTools();
  expect(tools.map((tool) => tool.name)).toContain("call_sandbox");

  const found = await uses(acting, "search_catalogue", { query: "CRM" });
  expect(found.apis).toContainEqual(expect.objectContaining({ slug: "crm-na-nuvem" }));
  const { operations } = await uses(acting, "read_api", { api: "crm-na-nuvem" });
  const listing = (operations as Data[]).find(({ method, path }) => method === "GET" && path === "/contacts")!;
  const operation = listing.operation as string;
  await uses(acting, "read_operation", { api: "crm-na-nuvem", operation });
  const { applications } = await uses(acting, "my_applications", { state: "approved" });
  const application = (applications as Data[]).find(({ api }) => api === "crm-na-nuvem")!.id as string;
  const answer = await uses(acting, "call_sandbox", { application, operation });
  expect(answer).toMatchObject({ status: 200, method: "GET" });
  // It is recorded within half a second.
  const { transaction } = answer;
  const explains = () => acting.callTool({ name: "explain_transaction", arguments: { transaction } });
  await expect(async () => expect(await explains()).not.toMatchObject({ isError: true })).toPass({ timeout: 10_000 });

  const refused = await acting.callTool({ name: "read_api", arguments: { api: "nenhuma" } });
  expect(refused).toMatchObject({ isError: true });

  // Whoever let it in ends that, and it is kept out at once.
  await emily.goto(`${portal}/conta`);
  await emily.getByRole("button", { name: `the access of ${name}` }).click();
  await expect(emily.getByRole("status").first()).toContainText("The program's access was ended.");
  await expect(acting.listTools()).rejects.toThrow();

  await context.close();
  await program.stops();
});
