/** Starts the program that is tested. */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, Service } from "./service";

export const home = fileURLToPath(new URL("..", import.meta.url));
export const logs = join(home, "test-results");

export const program = resolve(home, process.env.BALCAO_BIN ?? "../target/debug/balcao");

export interface Balcao {
  service: Service;
  url: string;
}

/**
 * Demo data are there once it is ready, unless it is started as for others; settings beyond the
 * address are the caller's.
 */
export async function startBalcao(
  name: string,
  directory: string,
  environment: Record<string, string>,
  command = ["serve", "--development"],
): Promise<Balcao> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const service = new Service(name, join(logs, `${name}.log`), {
    command: program,
    arguments: command,
    directory,
    environment: { BALCAO_LISTEN: new URL(url).host, BALCAO_PUBLIC_URL: url, ...environment },
  });
  await service.answers(`${url}/readyz`);
  return { service, url };
}
