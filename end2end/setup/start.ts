/** Starts what every journey needs: an SMTP server that shows its mail, and the portal itself. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, Service } from "./service";

const home = fileURLToPath(new URL("..", import.meta.url));
const logs = join(home, "test-results");

/** What is returned is run by Playwright after the last journey. */
export default async function start(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "balcao-end2end-"));
  await mkdir(logs, { recursive: true });
  const services: Service[] = [];
  const stop = async () => {
    await Promise.all(services.map((service) => service.stop()));
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const smtp = await freePort();
    services.push(await startMaildev(smtp, directory));
    services.push(await startBalcao(smtp, directory));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function startMaildev(smtp: number, directory: string): Promise<Service> {
  const web = await freePort();
  process.env.MAILDEV_URL = `http://127.0.0.1:${web}`;
  const service = new Service("maildev", join(logs, "maildev.log"), {
    command: process.execPath,
    arguments: [
      join(home, "node_modules/maildev/bin/maildev"),
      ...["--ip", "127.0.0.1", "--smtp", `${smtp}`, "--web", `${web}`],
      ...["--mail-directory", join(directory, "mail")],
    ],
    directory,
    environment: {},
  });
  await service.answers(`${process.env.MAILDEV_URL}/email`);
  return service;
}

async function startBalcao(smtp: number, directory: string): Promise<Service> {
  const port = await freePort();
  process.env.BALCAO_URL = `http://127.0.0.1:${port}`;
  const service = new Service("balcao", join(logs, "balcao.log"), {
    command: resolve(home, process.env.BALCAO_BIN ?? "../target/debug/balcao"),
    arguments: ["serve", "--development"],
    directory,
    environment: {
      BALCAO_LISTEN: `127.0.0.1:${port}`,
      BALCAO_PUBLIC_URL: process.env.BALCAO_URL,
      BALCAO_DATABASE_URL: `sqlite://${join(directory, "balcao.sqlite")}`,
      BALCAO_SMTP_URL: `smtp://127.0.0.1:${smtp}`,
      BALCAO_MAIL_SENDER: "balcao@example.com",
    },
  });
  await service.answers(`${process.env.BALCAO_URL}/readyz`);
  return service;
}
