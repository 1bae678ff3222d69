/** A program that is run to its end. */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

export interface Outcome {
  status: number | null;
  output: string;
  errors: string;
}

export interface Surroundings {
  directory?: string;
  environment?: Record<string, string>;
  input?: string;
}

export async function run(command: string, args: string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd: surroundings.directory,
    env: { ...process.env, ...surroundings.environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(surroundings.input);
  const status = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), status]);
  return { status: await status, output, errors };
}
