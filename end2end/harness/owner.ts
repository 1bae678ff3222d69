/**
 * What the owner of the portal does at its machine. People who are made there pass no form, whose
 * limits all journeys share.
 */
import { join } from "node:path";
import { program } from "../setup/balcao";
import type { Person } from "./people";
import { run } from "./program";
import { type Client, clientIn, type Registration, registration } from "./registered";

/** Where the portal of the journeys runs, and how it is configured. */
export interface Machine {
  directory: string;
  environment: Record<string, string>;
}

/** The person gets a mail with a link. */
export async function createsUser({ email, firstName, lastName }: Person): Promise<void> {
  const name = ["--given-name", firstName, "--family-name", lastName];
  await carriesOut(program, ["user", "create", email, ...name]);
}

/** A program that may ask people to act for them; its identifier. */
export async function registersClient(name: string, redirect: string, ...scopes: string[]): Promise<string> {
  const kind = ["--kind", "authorization", "--public", "--redirect", redirect];
  const scope = scopes.flatMap((scope) => ["--scope", scope]);
  const output = await carriesOut(program, ["client", "add", name, ...kind, ...scope]);
  const [, id] = /^client_id +([\w-]+)$/m.exec(output) ?? [];
  if (!id) throw new Error(`no client_id in ${output}`);
  return id;
}

/** A program of another system, which proves who it is. */
export async function registersProgram(about: Registration): Promise<Client> {
  return clientIn(await carriesOut(program, registration(about)));
}

const ageLinks = `
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], timeout=20)
database.execute("UPDATE links SET expires_at = created_at WHERE sent_to = ?", sys.argv[2:])
database.commit()
`;

/** The links that were mailed to an address so far expire. No command does that; Node has no SQLite. */
export async function agesLinks(email: string): Promise<void> {
  await carriesOut("python3", ["-c", ageLinks, join(machine().directory, "balcao.sqlite"), email]);
}

async function carriesOut(command: string, args: string[]): Promise<string> {
  const { directory, environment } = machine();
  const { status, errors, output } = await run(command, args, { directory, environment });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${errors}`);
  return output;
}

function machine(): Machine {
  return JSON.parse(process.env.PORTAL_MACHINE!) as Machine;
}
