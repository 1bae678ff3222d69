/** Several instances of the portal on one database, which may end at any moment. */
import { randomBytes, randomUUID } from "node:crypto";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Balcao, program, startBalcao } from "../setup/balcao";
import { run } from "./program";

export interface Store {
  url: string;
  execute(sql: string): Promise<void>;
}

/** A new database on the server that .ci/with-postgres.sh runs. */
export async function newPostgres(): Promise<Store> {
  const server = process.env.BALCAO_TEST_DATABASE_URL;
  if (!server) throw new Error("Run this with .ci/with-postgres.sh, as make test-clients does.");
  const name = `end2end_${randomUUID().replaceAll("-", "")}`;
  await psql(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, execute: (sql) => psql(url.href, sql) };
}

async function psql(database: string, sql: string): Promise<void> {
  const { status, errors } = await run("psql", [database, "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--command", sql]);
  if (status !== 0) throw new Error(`${sql}\n${errors}`);
}

export class Instances {
  readonly #running = new Set<Balcao>();
  readonly #key = randomBytes(32).toString("base64");
  #issuer: string | undefined;

  private constructor(
    private readonly database: string,
    private readonly directory: string,
    private readonly further: Record<string, string>,
  ) {}

  /** With the URL of a database, of SQLite unless told otherwise, and what further settings are given. */
  static async on(database?: string, further: Record<string, string> = {}): Promise<Instances> {
    const directory = await mkdtemp(join(tmpdir(), "balcao-instances-"));
    // NGINX's unprivileged workers read it.
    await chmod(directory, 0o755);
    return new Instances(database ?? `sqlite://${join(directory, "balcao.sqlite")}`, directory, further);
  }

  /** On a PostgreSQL, with the Trial of every API as small as a test needs. */
  static async withTrialOf(calls: number): Promise<Instances> {
    const database = await newPostgres();
    const instances = await Instances.on(database.url);
    // The first one fills the database.
    await instances.stop(await instances.start("first"));
    await instances.allow(calls);
    return instances;
  }

  /** All speak for the same portal: links and tokens name the first one's address. */
  async start(name: string): Promise<Balcao> {
    const directory = await this.folder(name);
    const instance = await startBalcao(name, directory, this.settings());
    this.#issuer ??= instance.url;
    this.#running.add(instance);
    return instance;
  }

  /** Makes the Trial of every API give so many calls. */
  private async allow(calls: number): Promise<void> {
    const catalogue = join(this.directory, "catalogue");
    for (const api of ["smv", "score-de-credito", "crm-na-nuvem"]) {
      await mkdir(join(catalogue, api), { recursive: true });
      const plans = `[plans.trial]\ncalls = ${calls}\ndays = 90\n[plans.pay-per-use]\n`;
      await writeFile(join(catalogue, api, "api.toml"), plans);
    }
    await this.carryOut("catalogue", "import", catalogue);
  }

  /** What a command of the portal prints. */
  async carryOut(...command: string[]): Promise<string> {
    const environment = this.settings();
    const outcome = await run(program, command, { directory: this.directory, environment });
    if (outcome.status !== 0) throw new Error(`${command.join(" ")}\n${outcome.errors}`);
    return outcome.output;
  }

  private settings(): Record<string, string> {
    return {
      BALCAO_DATABASE_URL: this.database,
      BALCAO_KEY_ENCRYPTION_KEY: this.#key,
      ...(this.#issuer ? { BALCAO_PUBLIC_URL: this.#issuer } : {}),
      ...this.further,
    };
  }

  /** For the files of one of them, or of what stands before them. */
  async folder(name: string): Promise<string> {
    const folder = join(this.directory, name);
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** Ends one as a power cut does. */
  async kill(instance: Balcao): Promise<void> {
    this.#running.delete(instance);
    await instance.service.kill();
  }

  async stop(instance: Balcao): Promise<void> {
    this.#running.delete(instance);
    await instance.service.stop();
  }

  async end(): Promise<void> {
    await Promise.all([...this.#running].map((instance) => this.stop(instance)));
    await rm(this.directory, { recursive: true, force: true });
  }
}
