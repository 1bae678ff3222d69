/**
 * Goes the journey that the onboarding tells of, in each language. Taken once by `make pictures`, its
 * pictures go stale when a page changes its words: then this fails, and says which.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { decide } from "../harness/keys";
import { linkIn, type Mailbox } from "../harness/mail";
import { expectHydrated } from "../harness/look";
import { expect, test } from "../harness/test";
import { home } from "../setup/balcao";

const taking = process.env.BALCAO_PICTURES === "take";
const pictures = join(home, "../app/public/onboarding");
const SIZE = { width: 720, height: 540 };
/** What stands in the pictures for where this portal happens to run. */
const PUBLIC = "https://api.empresa.example";

interface Story {
  language: string;
  given: string;
  family: string;
  email: string;
  company: string;
  cnpj: string;
  department: string;
  application: string;
  purpose: string;
}

const stories: Story[] = [
  {
    language: "pt-BR",
    given: "Júlia",
    family: "Prado",
    email: "julia.prado@bancoaurora.example",
    company: "Banco Aurora S.A.",
    cnpj: "12ABC34501DE35",
    department: "Banco Aurora – Antifraude",
    application: "Banco Aurora – SMV",
    purpose: "Confirmar o número do celular na abertura de conta, sem SMS.",
  },
  {
    language: "en",
    given: "Emma",
    family: "Clarke",
    email: "emma.clarke@aurorabank.example",
    company: "Aurora Bank S.A.",
    cnpj: "12ABC34501DE35",
    department: "Aurora Bank – Fraud prevention",
    application: "Aurora Bank – SMV",
    purpose: "Confirm the mobile number when an account is opened, without an SMS.",
  },
  {
    language: "es",
    given: "Lucía",
    family: "Herrera",
    email: "lucia.herrera@bancoaurora-es.example",
    company: "Banco Aurora S.A.",
    cnpj: "12ABC34501DE35",
    department: "Banco Aurora – Prevención de fraude",
    application: "Banco Aurora – SMV",
    purpose: "Confirmar el número de móvil al abrir una cuenta, sin SMS.",
  },
];

/** What a page says of itself: its headings, and what one fills in and presses; no value, no date. */
async function words(page: Page): Promise<string[]> {
  const said = await page.locator("main :is(h1, h2, h3, label, legend, dt, button, a.btn):visible").allInnerTexts();
  return said.map((text) => text.replace(/\s+/g, " ").replace(/\d[\d.,:-]*/g, "0").trim()).filter(Boolean);
}

class Album {
  readonly seen: Record<string, string[]> = {};
  private studio?: Page;

  constructor(
    readonly page: Page,
    readonly language: string,
  ) {}

  /** A picture of what is at the top of the window once this is. */
  async shows(step: string, top?: string): Promise<void> {
    const { page } = this;
    // Each portal has a brand of its own.
    if (taking) await page.locator("header.bar").evaluateAll((bars) => bars.forEach((bar) => bar.remove()));
    await page.evaluate(() => scrollTo(0, 0));
    if (top) await page.locator(top).first().evaluate((element) => element.scrollIntoView({ block: "start" }));
    this.seen[step] = await words(page);
    if (!taking) return;
    await page.evaluate(([here, there]) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        if (text.data.includes(here!)) text.data = text.data.replaceAll(here!, there!);
      }
    }, [new URL(page.url()).origin, PUBLIC]);
    for (const scheme of ["light", "dark"] as const) await this.takes(step, scheme);
  }

  private async takes(step: string, scheme: "light" | "dark"): Promise<void> {
    await this.page.emulateMedia({ colorScheme: scheme });
    const png = await this.page.screenshot({ caret: "hide" });
    const folder = join(pictures, this.language);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${step}.${scheme}.webp`), await this.asWebp(png));
    await this.page.emulateMedia({ colorScheme: "light" });
  }

  /** Playwright writes no WebP, but the browser does. */
  private async asWebp(png: Buffer): Promise<Buffer> {
    this.studio ??= await this.page.context().newPage();
    const webp = await this.studio.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      canvas.getContext("2d")!.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", 0.75).split(",")[1]!;
    }, png.toString("base64"));
    return Buffer.from(webp, "base64");
  }
}

// A page that waits for what does not come says so soon.
test.use({ actionTimeout: 15_000 });

/** The button that sends the form of a page. */
const send = "main form button:not([type=button])";

async function arrives(page: Page, story: Story, mailbox: Mailbox, album: Album): Promise<void> {
  await page.goto("/cadastro");
  await page.fill("main [name=given_name]", story.given);
  await page.fill("main [name=family_name]", story.family);
  await page.fill("main [name=email]", story.email);
  await page.check("main [name=consent]");
  await album.shows("cadastro");
  await page.locator(send).first().click();
  await page.goto(linkIn(await mailbox.waitFor(story.email, /./), "/acesso/"));
  await album.shows("e-mail");
  await page.locator(send).first().click();
  const fields = page.locator("input[autocomplete=new-password]");
  for (const field of await fields.all()) await field.fill("Fila 7, guichê Azul");
  await expectHydrated(page);
  await album.shows("senha");
  await page.locator(send).first().click();
  await expect(page).toHaveURL(/\/minhas-aplicacoes$/);
}

/** The address of the request that was filed. */
async function asks(page: Page, story: Story, album: Album): Promise<string> {
  await page.goto("/catalogo");
  await album.shows("catalogo");
  await page.goto("/catalogo/smv");
  await album.shows("plano", "#planos");
  await page.locator("a[href='/solicitacoes/nova/smv/trial']").first().click();
  await page.fill("main [name=legal_name]", story.company);
  await page.fill("main [name=cnpj]", story.cnpj);
  await page.fill("main [name=name]", story.department);
  await page.fill("main [name=email]", `antifraude@${story.email.split("@")[1]}`);
  await page.fill("main [name=phone]", "(11) 98765-4321");
  await expectHydrated(page);
  await album.shows("grupo", "main form");
  await page.locator(send).first().click();
  await expect(page).toHaveURL(/\/aplicacao$/);
  await page.fill("main [name=name]", story.application);
  await page.fill("main [name=description]", story.purpose);
  await album.shows("aplicacao", "main form");
  await page.locator(send).first().click();
  await expect(page).toHaveURL(/\/revisao$/);
  await album.shows("revisao");
  await page.locator(send).first().click();
  await expect(page).toHaveURL(/\/pronto$/);
  await album.shows("analise");
  return new URL(page.url()).pathname.split("/")[2]!;
}

async function calls(page: Page, album: Album): Promise<void> {
  await page.goto("/minhas-aplicacoes");
  await page.locator("main a[href^='/minhas-aplicacoes/']").first().click();
  const ticket = page.locator("details.ticket").first();
  if (!(await ticket.evaluate((details: HTMLDetailsElement) => details.open))) await ticket.locator("summary").click();
  await album.shows("chaves", "details.ticket");
  await page.locator("form[action*='/revelar'] button").first().click();
  await expect(page.locator(".receipt pre").first()).toContainText("Basic");
  await album.shows("credencial", ".receipt");
  await page.locator("main a[href$='/testar']").first().click();
  await page.locator("main select").first().selectOption({ index: 0 });
  await page.locator(send).first().click();
  await album.shows("token", "#resultado section");
  await album.shows("testar", "#resultado");
}

async function goesOn(page: Page, album: Album): Promise<void> {
  const application = new URL(page.url()).pathname.replace(/\/testar$/, "");
  // Counted calls are stored within a second.
  await expect(async () => {
    await page.goto(`${application}/uso`);
    expect(await page.locator("main dt").count()).toBeGreaterThan(0);
  }).toPass();
  await album.shows("uso");
  await page.goto(`${application}/pay-per-use`);
  await album.shows("pay-per-use");
}

for (const story of stories) {
  test(`the pictures show the pages as they are, in ${story.language}`, async ({ page, baseURL, mailbox, context }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(SIZE);
    await context.addCookies([{ name: "balcao-idioma", value: story.language, url: baseURL! }]);
    const album = new Album(page, story.language);
    await arrives(page, story, mailbox, album);
    await decide(baseURL!, await asks(page, story, album), "aprovar");
    await calls(page, album);
    await goesOn(page, album);

    const file = join(home, "pictures", `${story.language}.json`);
    if (taking) await writeFile(file, `${JSON.stringify(album.seen, null, 2)}\n`);
    else expect(album.seen, "`make pictures` takes them anew").toEqual(JSON.parse(await readFile(file, "utf8")));
  });
}
