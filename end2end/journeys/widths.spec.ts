/** Nobody has to scroll sideways, at whatever width (WCAG 2.2, 1.4.10). */
import { type Page } from "@playwright/test";
import { Application } from "../harness/application";
import { pagesFrom } from "../harness/crawl";
import { keysOf } from "../harness/keys";
import { registersClient } from "../harness/owner";
import { demoPassword, signIn } from "../harness/sign-in";
import { expect, test } from "../harness/test";

const ANA = "ana.souza@bancoexemplo.com.br";
const widths = [320, 360, 390, 700, 864, 1018, 1280];

const readers = [
  { who: "a visitor", beginnings: ["/", "/cadastro", "/diagnostico"] },
  { who: "a member", email: ANA, beginnings: ["/minhas-aplicacoes"] },
  {
    // Who has all roles has the pages of each, below the longest menu.
    who: "one who does everything",
    email: "equipe@balcao.example",
    beginnings: [
      "/catalogo",
      "/aprovacoes",
      "/aprovacoes?estado=todas",
      "/suporte/contas",
      "/suporte/contas?busca=exemplo",
      "/administracao/pessoas",
    ],
  },
];

// Islands do not change a page's width, and leaving a page at once would abort their download.
test.use({ javaScriptEnabled: false });

/** There is use to be shown. */
test.beforeAll(async ({ baseURL }, { project }) => {
  if (project.name !== "desktop") return;
  const program = new Application(await keysOf(baseURL!, "smv"));
  const token = await program.token(baseURL!);
  for (let call = 0; call < 12; call += 1) await program.verify(baseURL!, token);
});

for (const { who, email, beginnings } of readers) {
  test(`no page of ${who} scrolls sideways`, async ({ page }, { project }) => {
    test.skip(project.name !== "desktop", "one browser goes through all widths");
    // It goes through every page, and how long that takes says nothing.
    test.setTimeout(600_000);
    if (email !== undefined) await signIn(page, email, demoPassword);
    const wide: string[] = [];
    let pages = 0;
    for await (const address of pagesFrom(page, beginnings)) {
      pages += 1;
      wide.push(...(await sideways(page)).map((finding) => `${address} ${finding}`));
    }
    expect(pages).toBeGreaterThanOrEqual(beginnings.length);
    expect(wide).toEqual([]);
  });
}

test("a long address does not widen the page that says where the mail went", async ({ page }, { project }) => {
  test.skip(project.name !== "desktop", "one browser goes through all widths");
  await page.goto("/esqueci-minha-senha");
  await page.getByLabel("E-mail").fill("joana.prado.compras@companhia-de-testes.example");
  await page.locator("main form button").click();
  await expect(page).toHaveURL(/enviado/);
  await expect(page.locator("main")).toContainText("joana.prado.compras@companhia-de-testes.example");
  expect(await sideways(page)).toEqual([]);
});

/** Pages that no link leads to: what a button answers with. */
const byAButton: { what: string; email?: string; act: (page: Page) => Promise<void> }[] = [
  {
    what: "revealed keys with the credential",
    email: ANA,
    act: async (page) => {
      await application(page);
      await page.getByRole("button", { name: "Revelar" }).first().click();
      await expect(page.getByText("x-client-auth: Basic").first()).toBeVisible();
    },
  },
  {
    what: "the outcome of a try",
    email: ANA,
    act: async (page) => {
      await application(page);
      await page.getByRole("link", { name: "Testar agora" }).click();
      await page.locator("main form button.btn").first().click();
      await expect(page.locator("#resultado")).toBeVisible();
    },
  },
  {
    what: "a group with every field wrong",
    email: ANA,
    act: async (page) => {
      await page.goto("/grupos/novo");
      await page.getByLabel("CNPJ").fill("00.000.000/0001-911 e mais do que cabe numa linha de um telefone");
      await page.locator("main form button.btn").first().click();
      await expect(page.locator(".error-summary")).toBeVisible();
    },
  },
  {
    what: "the question whether a program may act for somebody",
    email: ANA,
    act: async (page) => {
      const name = "Assistente-de-relacionamento-com-clientes-e-de-verificação-silenciosa";
      const back = "https://assistente-de-relacionamento-com-clientes.companhia-de-testes.example/volta";
      const id = await registersClient(name, back, "smv");
      const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
      const pkce = `code_challenge=${challenge}&code_challenge_method=S256`;
      await page.goto(`/autorizar?response_type=code&client_id=${id}&redirect_uri=${back}&${pkce}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    },
  },
  {
    what: "the secret of a webhook with a long address",
    email: "equipe@balcao.example",
    act: async (page) => {
      await page.goto("/administracao/webhooks/novo");
      const address = `https://receptor.invalid/${"recepcao-de-eventos-do-portal".repeat(8)}`;
      await page.getByLabel("Endereço").fill(address);
      await page.getByLabel("API com fim anunciado").check();
      await page.locator("main form button.btn").first().click();
      await expect(page.locator("#webhook-secret")).toBeVisible();
    },
  },
  {
    what: "a message to support with mistakes",
    act: async (page) => {
      await page.goto("/contato");
      await page.getByLabel("E-mail").fill("joana.prado.compras.internacionais@companhia-de-testes");
      await page.locator("main form button.btn").first().click();
      await expect(page.locator(".error-summary")).toBeVisible();
    },
  },
  {
    what: "a registration with mistakes",
    act: async (page) => {
      await page.goto("/cadastro");
      await page.getByLabel("E-mail").fill("joana.prado.compras.internacionais@companhia-de-testes");
      await page.locator("main form button.btn").first().click();
      await expect(page.locator(".error-summary")).toBeVisible();
    },
  },
];

for (const { what, email, act } of byAButton) {
  test(`${what}: nothing scrolls sideways`, async ({ page }, { project }) => {
    test.skip(project.name !== "desktop", "one browser goes through all widths");
    if (email !== undefined) await signIn(page, email, demoPassword);
    await act(page);
    expect(await sideways(page)).toEqual([]);
  });
}

/** The first application of the demo that has keys, unfolded. */
async function application(page: Page): Promise<void> {
  await page.goto("/minhas-aplicacoes");
  await page.getByRole("link", { name: "Ver detalhes" }).first().click();
  const approved = page.locator("details.ticket", { hasText: "Aprovada" }).first();
  if ((await approved.getAttribute("open")) === null) await approved.locator("summary").first().click();
}

/** The widths at which the page is wider than its window, with what sticks out. */
async function sideways(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const culprits = await page.evaluate(widerThanWindow);
    if (culprits.length > 0) findings.push(`at ${width} px: ${culprits.join(", ")}`);
  }
  return findings;
}

/** Runs in the page. */
function widerThanWindow(): string[] {
  const window = document.documentElement;
  if (window.scrollWidth <= window.clientWidth) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > window.clientWidth + 1)
    .filter((element) => element.checkVisibility())
    .slice(-3)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
}
