/** A process that answers over HTTP, from its start to its end. */
import { ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { AddressInfo, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Program {
  command: string;
  arguments: string[];
  /** Where it runs, and leaves its files. */
  directory: string;
  environment: Record<string, string>;
}

export class Service {
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  #failure: string | undefined;

  constructor(
    readonly name: string,
    readonly log: string,
    program: Program,
  ) {
    const output = openSync(log, "w");
    this.#process = spawn(program.command, program.arguments, {
      cwd: program.directory,
      env: { ...inherited(), ...program.environment },
      stdio: ["ignore", output, output],
    });
    closeSync(output);
    this.#ended = new Promise((resolve) => {
      this.#process.once("error", (error) => resolve(this.#fails(error.message)));
      this.#process.once("exit", (code, signal) => resolve(this.#fails(`ended with ${code ?? signal}`)));
    });
  }

  #fails(reason: string): void {
    this.#failure = reason;
  }

  /** Waits until the address answers with success; half a minute at most. */
  async answers(url: string): Promise<void> {
    const until = Date.now() + 30_000;
    while (this.#failure === undefined && Date.now() < until) {
      const response = await fetch(url).catch(() => undefined);
      if (response?.ok) return;
      await sleep(100);
    }
    const reason = this.#failure ?? `gave no answer at ${url}`;
    await this.stop();
    throw new Error(`${this.name} ${reason}\n${readFileSync(this.log, "utf8")}`);
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#ended;
  }

  async stop(): Promise<void> {
    if (this.#failure !== undefined) return;
    this.#process.kill("SIGTERM");
    const impatience = setTimeout(() => this.#process.kill("SIGKILL"), 5_000);
    await this.#ended;
    clearTimeout(impatience);
  }
}

/** Settings of the person at this machine have no say in the journeys. */
function inherited(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("BALCAO_"));
  return Object.fromEntries(kept);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
