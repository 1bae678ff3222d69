/** Listens for what nobody at the screen would see: errors, and requests to other hosts. */
import { BrowserContext, ConsoleMessage, Request } from "@playwright/test";

/** The list grows as long as the context lives; a good journey leaves it empty. */
export function watch(context: BrowserContext, baseURL: string): string[] {
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" && !tellsOfStatus(message)) {
      complaints.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => {
    if (!isOfPageThatWasLeft(error.error().message)) complaints.push(`uncaught: ${error.error().message}`);
  });
  context.on("request", (request) => {
    if (!isOurs(request, baseURL)) complaints.push(`foreign host: ${request.url()}`);
  });
  return complaints;
}

/**
 * Chromium counts as errors that a refused form comes back with status 422, that a link is gone: 410,
 * and that a function is for whoever signs in first: 401.
 */
function tellsOfStatus(message: ConsoleMessage): boolean {
  return /the server responded with a status of (401|410|422)\b/.test(message.text());
}

/** Whoever leaves a page while islands load ends that; nobody is there any more to see it. */
function isOfPageThatWasLeft(message: string): boolean {
  return message.includes("Response body loading was aborted");
}

function isOurs(request: Request, baseURL: string): boolean {
  const { protocol, origin } = new URL(request.url());
  return protocol === "data:" || protocol === "blob:" || origin === new URL(baseURL).origin;
}
