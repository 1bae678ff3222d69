/** A real NGINX with the configuration that our users are shown, in front of a tiny API. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { home, logs } from "./balcao";
import { freePort, Service } from "./service";

export interface Call {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
}

/** Answers every call with 200, and remembers it. */
export async function startApi(): Promise<{ port: number; calls: Call[]; stop: () => void }> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    calls.push({ method, url, headers });
    request.resume().on("end", () => response.end('{"verified":true}'));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, calls, stop: () => server.close() };
}

export interface Nginx {
  url: string;
  useLog: string;
  pidFile: string;
  stop: () => Promise<void>;
}

/** Where an API answers: to those who pay, and to those who test. */
export interface Ports {
  api: number;
  tests: number;
}

/** The example's addresses and the place of its log are replaced, and nothing else. */
export async function startNginx(directory: string, portal: string, { api, tests }: Ports): Promise<Nginx> {
  const port = await freePort();
  const example = await readFile(join(home, "gateways/nginx.conf"), "utf8");
  const site = example
    .replace("127.0.0.1:3000", new URL(portal).host)
    .replace("127.0.0.1:9000", `127.0.0.1:${api}`)
    .replace("127.0.0.1:9001", `127.0.0.1:${tests}`)
    .replace("127.0.0.1:8080", `127.0.0.1:${port}`)
    .replace("/var/log/nginx/", `${join(directory, "logs")}/`);
  await mkdir(join(directory, "logs"), { recursive: true });
  await mkdir(join(directory, "html"));
  await writeFile(join(directory, "html/index.html"), "It serves.");
  await writeFile(join(directory, "site.conf"), site);
  await writeFile(join(directory, "nginx.conf"), surroundings(directory));
  const service = new Service("nginx", join(logs, "nginx.log"), {
    command: "nginx",
    arguments: ["-p", directory, "-c", join(directory, "nginx.conf"), "-e", "stderr"],
    directory,
    // Debian keeps it where only root looks.
    environment: { PATH: `${process.env.PATH}:/usr/sbin` },
  });
  const url = `http://127.0.0.1:${port}`;
  await service.answers(`${url}/`);
  return {
    url,
    useLog: join(directory, "logs/use.log"),
    pidFile: join(directory, "nginx.pid"),
    stop: () => service.stop(),
  };
}

/** What Debian's own nginx.conf does around a site, for anybody and in one directory. */
function surroundings(directory: string): string {
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const temporary = kinds.map((kind) => `${kind}_temp_path ${join(directory, kind)};`).join("\n");
  return `
    daemon off;
    worker_processes 1;
    pid nginx.pid;
    error_log stderr;
    events {}
    http {
      access_log off;
      ${temporary}
      include site.conf;
    }`;
}
