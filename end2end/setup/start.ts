/** Starts what every journey needs: an SMTP server that shows its mail, and the portal itself. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Machine } from "../harness/owner";
import { home, logs, startBalcao } from "./balcao";
import { freePort, Service } from "./service";

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
    services.push(await startPortal(smtp, directory));
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

async function startPortal(smtp: number, directory: string): Promise<Service> {
  const environment = {
    BALCAO_DATABASE_URL: `sqlite://${join(directory, "balcao.sqlite")}`,
    BALCAO_SMTP_URL: `smtp://127.0.0.1:${smtp}`,
    BALCAO_MAIL_SENDER: "balcao@example.com",
  };
  const { service, url } = await startBalcao("balcao", directory, environment);
  process.env.BALCAO_URL = url;
  process.env.PORTAL_MACHINE = JSON.stringify({ directory, environment } satisfies Machine);
  return service;
}
