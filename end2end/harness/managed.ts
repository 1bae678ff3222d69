/** Playwright's test for programs that manage a portal, which each worker has to itself. */
import { expect } from "@playwright/test";
import { test as base } from "./clients";
import { Instances } from "./instances";
import { clientIn, type Registration, registration, tokenOf } from "./registered";

export interface Managed {
  portal: string;
  /** A token of a program that somebody gave the password: it may change keys. */
  byPerson: (email: string) => Promise<string>;
  /** A token of a program that an administrator let act for somebody. */
  byProgram: (email: string) => Promise<string>;
}

const scopes = ["portal.read", "portal.write"];

/** Starts a portal with demo data, and stops it afterwards. */
export async function onPortal<T>(name: string, act: (managed: Managed) => Promise<T>): Promise<T> {
  const instances = await Instances.on();
  try {
    const { url } = await instances.start(name);
    return await act(managing(instances, url));
  } finally {
    await instances.end();
  }
}

/** One of the instances, and tokens for it. */
export function managing(instances: Instances, portal: string): Managed {
  const registers = async (about: Registration) => clientIn(await instances.carryOut(...registration(about)));
  return {
    portal,
    byPerson: async (email) => tokenOf(portal, await registers({ kind: "password", scopes }), email),
    byProgram: async (account) => tokenOf(portal, await registers({ kind: "credentials", account, scopes })),
  };
}

export const test = base.extend<object, { managed: Managed }>({
  managed: [async ({}, use, { workerIndex }) => onPortal(`managed-${workerIndex}`, use), { scope: "worker" }],
});

export { expect };
