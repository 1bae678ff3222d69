/** The mail the portal has sent, read over maildev's REST interface. */
import { expect } from "@playwright/test";

export interface Mail {
  id: string;
  subject: string;
  text: string;
  html: string;
  to: { address: string; name: string }[];
}

export class Mailbox {
  constructor(readonly url: string) {}

  /** Everything sent to an address so far, oldest first. */
  async mailTo(address: string): Promise<Mail[]> {
    const response = await fetch(`${this.url}/email`);
    const mails = (await response.json()) as Mail[];
    return mails.filter((mail) => mail.to.some((recipient) => recipient.address === address));
  }

  /** Waits until so many mails to an address have a subject that fits; the newest of them. */
  async waitFor(address: string, subject: RegExp, count = 1): Promise<Mail> {
    const fitting = async () => (await this.mailTo(address)).filter((mail) => subject.test(mail.subject));
    await expect
      .poll(async () => (await fitting()).length, { message: `mail to ${address}: ${subject}`, timeout: 15_000 })
      .toBeGreaterThanOrEqual(count);
    return (await fitting()).at(-1)!;
  }
}

/** The one link below a path, which the text and the html part must agree on. */
export function linkIn(mail: Mail, path: string): string {
  const links = (part: string) => part.match(/https?:\/\/[^\s"'<>]+/g) ?? [];
  const below = (part: string) => [...new Set(links(part))].filter((link) => new URL(link).pathname.startsWith(path));
  const found = below(mail.text);
  expect(found, `links to ${path} in “${mail.subject}”`).toHaveLength(1);
  expect(below(mail.html)).toEqual(found);
  return found[0]!;
}
