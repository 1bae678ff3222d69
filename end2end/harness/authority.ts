/** An authority that nobody knows, and the certificates that it gives to servers on this machine. */
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./program";

export interface Certificate {
  key: string;
  cert: string;
}

export class Authority {
  private constructor(
    private readonly directory: string,
    private readonly name: string,
  ) {}

  /** Keeps its files in the directory. */
  static async in(directory: string): Promise<Authority> {
    const authority = new Authority(directory, `authority-${randomUUID()}`);
    await authority.makes(authority.name, "basicConstraints=critical,CA:TRUE", "keyUsage=keyCertSign");
    return authority;
  }

  /** What those who trust it are given. */
  get file(): string {
    return this.path(this.name, "pem");
  }

  /** For a server at a name or an address. */
  async certifies(host: string): Promise<Certificate> {
    const name = `server-${randomUUID()}`;
    const kind = /^[\d.]+$|:/.test(host) ? "IP" : "DNS";
    const signed = ["-CA", this.file, "-CAkey", this.path(this.name, "key")];
    await this.makes(name, "basicConstraints=critical,CA:FALSE", `subjectAltName=${kind}:${host}`, ...signed);
    const [key, cert] = await Promise.all(["key", "pem"].map((part) => readFile(this.path(name, part), "utf8")));
    return { key: key!, cert: cert! };
  }

  private async makes(name: string, constraints: string, extension: string, ...signed: string[]): Promise<void> {
    const settings = this.path(name, "cnf");
    const content = ["[req]", "prompt=no", "distinguished_name=name", "x509_extensions=extensions"];
    content.push("[name]", `CN=${name}`, "[extensions]", constraints, extension);
    await writeFile(settings, content.join("\n"));
    const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
    const files = ["-keyout", this.path(name, "key"), "-out", this.path(name, "pem")];
    const args = ["req", "-x509", "-config", settings, ...kind, ...files, ...signed];
    const { status, errors } = await run("openssl", args);
    if (status !== 0) throw new Error(`openssl ${args.join(" ")}\n${errors}`);
  }

  private path(name: string, part: string): string {
    return join(this.directory, `${name}.${part}`);
  }
}
