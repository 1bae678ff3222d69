/**
 * An agent made with npm's @modelcontextprotocol/sdk, which finds everything out by itself: from being
 * refused, by what the portal says of where tokens are had, and by the page that asks somebody, as far as
 * an answered call of the sandbox.
 */
import { UnauthorizedError } from "@modelcontextprotocol/sdk/client/auth.js";
import { type Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { type FetchLike } from "@modelcontextprotocol/sdk/shared/transport.js";
import { type Page } from "@playwright/test";
import { type Data, Keeper, listens, newAgent, type Port, uses } from "../harness/agent";
import { expect, test } from "../harness/clients";
import { demoApplications } from "../harness/keys";
import { registersClient } from "../harness/owner";
import { demoPassword } from "../harness/sign-in";

const EMILY = demoApplications["crm-na-nuvem"].owner;
const scopes = ["portal.read", "portal.write"];

async function signsIn(emily: Page): Promise<void> {
  await emily.getByLabel("E-mail").fill(EMILY);
  await emily.getByLabel("Senha", { exact: true }).fill(demoPassword);
  await emily.getByRole("button", { name: "Entrar", exact: true }).click();
}

/** Emily allows what the program asks; the code that her browser brings it. */
async function letsIn(emily: Page, name: string, program: Port): Promise<string> {
  await expect(emily.getByRole("heading", { level: 1 })).toHaveText(`${name} asks to act in your name`);
  await emily.getByRole("button", { name: "Allow" }).click();
  const came = await program.came;
  expect(came.searchParams.get("state")).toBe("a state");
  return came.searchParams.get("code")!;
}

interface Asked {
  application: string;
  operation: string;
}

/** What an agent finds out before it calls the sandbox. */
async function findsOut(acting: Client): Promise<Asked> {
  const { operations } = await uses(acting, "read_api", { api: "crm-na-nuvem" });
  const listing = (operations as Data[]).find(({ method, path }) => method === "GET" && path === "/contacts")!;
  const operation = listing.operation as string;
  await uses(acting, "read_operation", { api: "crm-na-nuvem", operation });
  const { applications } = await uses(acting, "my_applications", { state: "approved" });
  const application = (applications as Data[]).find(({ api }) => api === "crm-na-nuvem")!.id as string;
  return { application, operation };
}

test("an agent that somebody lets in calls the sandbox for them", async ({ portal, keysFor, browser }) => {
  test.setTimeout(120_000);
  await keysFor("crm-na-nuvem");
  const name = `Agente ${Date.now()}`;
  const id = await registersClient(name, "http://127.0.0.1/volta", ...scopes);
  const program = await listens();
  const authProvider = new Keeper(name, program.address, id);
  const door = () => new StreamableHTTPClientTransport(new URL(`${portal}/mcp`), { authProvider });

  const first = door();
  await expect(newAgent().connect(first)).rejects.toThrow(UnauthorizedError);
  const asked = authProvider.asked!;
  expect(asked.origin + asked.pathname).toBe(`${portal}/autorizar`);
  // What agents are told of /mcp names its own scopes alone, all of which they ask for.
  expect(asked.searchParams.get("scope")).toBe(scopes.join(" "));
  expect(asked.searchParams.get("resource")).toBe(`${portal}/mcp`);

  const context = await browser.newContext();
  const emily = await context.newPage();
  await emily.goto(asked.href);
  await signsIn(emily);
  await first.finishAuth(await letsIn(emily, name, program));

  const acting = newAgent();
  await acting.connect(door());
  expect(acting.getInstructions()).toContain("search_catalogue");
  const { tools } = await acting.listTools();
  expect(tools.map((tool) => tool.name)).toContain("call_sandbox");

  const found = await uses(acting, "search_catalogue", { query: "CRM" });
  expect(found.apis).toContainEqual(expect.objectContaining({ slug: "crm-na-nuvem" }));
  const answer = await uses(acting, "call_sandbox", { ...(await findsOut(acting)) });
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

/** Sends a token where programs register themselves, which the SDK itself has no place for. */
function registeringWith(portal: string, token: string): FetchLike {
  return (url, init) => {
    if (`${url}` !== `${portal}/oauth2/v1/register`) return fetch(url, init);
    return fetch(url, { ...init, headers: { ...init?.headers, Authorization: `Bearer ${token}` } });
  };
}

test("an agent registers itself with the token that somebody made, and acts for them until they delete it", async ({
  portal,
  keysFor,
  browser,
}) => {
  test.setTimeout(120_000);
  await keysFor("crm-na-nuvem");
  const name = `Agente ${Date.now()}`;
  const program = await listens();
  const door = (authProvider: Keeper, fetch?: FetchLike) =>
    new StreamableHTTPClientTransport(new URL(`${portal}/mcp`), { authProvider, fetch });
  const stranger = new Keeper(name, program.address);
  await expect(newAgent().connect(door(stranger))).rejects.toThrow("Send an initial access token");

  const context = await browser.newContext();
  const emily = await context.newPage();
  await emily.goto(`${portal}/entrar`);
  await signsIn(emily);
  await expect(emily).not.toHaveURL(/\/entrar/);
  await emily.goto(`${portal}/conta`);
  await emily.getByRole("link", { name: "Register a program" }).click();
  await emily.getByRole("button", { name: "Make an initial access token" }).click();
  const token = (await emily.locator("#registration-token").innerText()).trim();

  const keeper = new Keeper(name, program.address);
  const first = door(keeper, registeringWith(portal, token));
  await expect(newAgent().connect(first)).rejects.toThrow(UnauthorizedError);
  expect(keeper.clientInformation()).toMatchObject({ client_name: name, scope: scopes.join(" ") });
  const second = door(new Keeper(name, program.address), registeringWith(portal, token));
  await expect(newAgent().connect(second), "it is good once").rejects.toThrow("unknown, used or expired");

  await emily.goto(keeper.asked!.href);
  await first.finishAuth(await letsIn(emily, name, program));
  const acting = newAgent();
  await acting.connect(door(keeper));
  const answer = await uses(acting, "call_sandbox", { ...(await findsOut(acting)) });
  expect(answer).toMatchObject({ status: 200, method: "GET" });

  await emily.goto(`${portal}/conta`);
  await emily.getByRole("button", { name: `the program ${name}` }).click();
  await expect(emily.getByRole("status").first()).toContainText("Program deleted");
  await expect(acting.listTools()).rejects.toThrow();

  await context.close();
  await program.stops();
});
