/** Programs as pages of the portal show them. */
import { expect } from "@playwright/test";

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };

export async function reads(portal: string, path: string): Promise<string> {
  const answer = await fetch(portal + path, { headers: { "Accept-Language": "pt-BR" } });
  expect(answer.status, path).toBe(200);
  return answer.text();
}

/** The text of the only element with this identifier. */
export function textOf(page: string, id: string): string {
  const [, html] = new RegExp(`id="${id}"[^>]*>(.*?)</code>`, "s").exec(page) ?? [];
  if (html === undefined) throw new Error(`${id} is not on the page\n${page}`);
  return plain(html);
}

/** The texts of all programs below a heading, up to the next one, that are captioned as in this language. */
export function programsIn(language: string, page: string, heading: string): string[] {
  const [, section] = new RegExp(`<h3 id="${heading}">(.*?)<h[23] `, "s").exec(page) ?? [];
  if (section === undefined) throw new Error(`${heading} is not on the page\n${page}`);
  const [, ...figures] = section.split('<figure class="code">');
  const captioned = figures.filter((figure) => figure.includes(`<span>${language}</span>`));
  return captioned.map((figure) => plain(/<code [^>]*>(.*?)<\/code>/s.exec(figure)![1]!));
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, "").replace(/&([^;]*);/g, (whole, name: string) => entities[name] ?? whole);
}
