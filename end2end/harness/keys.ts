/** The keys of demo applications, one for each API, taken from the page that shows them. */
import { find, Visitor } from "./visitor";

export interface Keys {
  publicKey: string;
  secretKey: string;
}

export const demoApplications = {
  smv: { owner: "ana.souza@bancoexemplo.com.br", name: "Banco Exemplo – SMV" },
  "score-de-credito": { owner: "rafael.nunes@financeira.example", name: "Financeira Exemplo – Score" },
  "crm-na-nuvem": { owner: "emily.carter@seguros.example", name: "Seguros Exemplo – CRM" },
};

export type Slug = keyof typeof demoApplications;

const contractManager = "gestor@balcao.example";

/** Has the application approved, unless it is, and reveals its secret key. */
export async function keysOf(portal: string, api: Slug): Promise<Keys & { application: string }> {
  const { owner, name } = demoApplications[api];
  const visitor = await Visitor.signIn(portal, owner);
  try {
    const group = find(await visitor.reads("/minhas-aplicacoes"), /"(\/minhas-aplicacoes\/[\w-]+)"/);
    if (!group) throw new Error(`${owner} has no group`);
    const pending = find(ticket(await visitor.reads(group), name), /"\/solicitacoes\/([\w-]+)\/pronto"/);
    // Another worker may approve it at the same moment: the page shows who was first.
    if (pending) await decide(portal, pending, "aprovar").catch(() => undefined);
    const reveal = find(ticket(await visitor.reads(group), name), /action="([^"#]+\/revelar)[#"]/);
    if (!reveal) throw new Error(`${name} has no keys`);
    const application = find(reveal, /([\w-]+)\/revelar$/)!;
    return { application, ...keysIn(ticket(await visitor.posts(reveal), name)) };
  } finally {
    await visitor.leaves();
  }
}

/** The part of a group's page about one of its applications. */
function ticket(page: string, name: string): string {
  const [, ...tickets] = page.split(/<details [^>]*class="ticket"/);
  const found = tickets.find((ticket) => ticket.includes(name));
  if (!found) throw new Error(`${name} is not on the page\n${page}`);
  return found;
}

/** What a contract manager does with an application, by the last part of its address. */
export async function decide(
  portal: string,
  application: string,
  decision: "aprovar" | "suspender",
  reason = "",
): Promise<void> {
  const manager = await Visitor.signIn(portal, contractManager);
  try {
    await manager.posts(`/aprovacoes/${application}/${decision}`, { reason });
  } finally {
    await manager.leaves();
  }
}

function keysIn(page: string): Keys {
  const [publicKey, secretKey] = [...page.matchAll(/class="key__value"[^>]*>(\w+)</g)].map(([, value]) => value);
  if (!publicKey || !secretKey) throw new Error(`no keys are shown\n${page}`);
  return { publicKey, secretKey };
}

/** What goes behind `Basic` in a header. */
export function credential({ publicKey, secretKey }: Keys): string {
  return Buffer.from(`${publicKey}:${secretKey}`).toString("base64");
}

/** What programs of our documentation, and tests in other languages, are told. */
export function environment(portal: string, { publicKey, secretKey }: Keys): Record<string, string> {
  return { BALCAO_URL: portal, BALCAO_PUBLIC_KEY: publicKey, BALCAO_SECRET_KEY: secretKey };
}
