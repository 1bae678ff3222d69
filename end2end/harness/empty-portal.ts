/** A portal that has nobody and nothing yet, as whoever installs one has it; for one journey. */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Balcao, program, startBalcao } from "../setup/balcao";
import type { Machine } from "./owner";
import type { Person } from "./people";
import { run } from "./program";

export class EmptyPortal {
  private constructor(
    private readonly directory: string,
    private readonly environment: Record<string, string>,
    private readonly balcao: Balcao,
  ) {}

  static async start(): Promise<EmptyPortal> {
    const directory = await mkdtemp(join(tmpdir(), "balcao-empty-"));
    const { environment: shared } = JSON.parse(process.env.PORTAL_MACHINE!) as Machine;
    const environment = {
      BALCAO_DATABASE_URL: `sqlite://${join(directory, "balcao.sqlite")}`,
      BALCAO_KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      BALCAO_SMTP_URL: shared.BALCAO_SMTP_URL!,
      BALCAO_MAIL_SENDER: shared.BALCAO_MAIL_SENDER!,
    };
    await carriesOut(directory, environment, ["migrate", "up"]);
    const balcao = await startBalcao(`empty-${randomUUID()}`, directory, environment, ["serve"]);
    return new EmptyPortal(directory, environment, balcao);
  }

  get url(): string {
    return this.balcao.url;
  }

  /** The person gets a mail with a link. */
  async knows({ email, firstName, lastName }: Person, ...roles: string[]): Promise<void> {
    const name = ["--given-name", firstName, "--family-name", lastName];
    const given = roles.flatMap((role) => ["--role", role]);
    const environment = { ...this.environment, BALCAO_PUBLIC_URL: this.url };
    await carriesOut(this.directory, environment, ["user", "create", email, ...name, ...given]);
  }

  async end(): Promise<void> {
    await this.balcao.service.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

async function carriesOut(directory: string, environment: Record<string, string>, command: string[]): Promise<void> {
  const { status, errors } = await run(program, command, { directory, environment });
  if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}\n${errors}`);
}
