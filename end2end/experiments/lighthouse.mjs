// The speed of public pages as Lighthouse marks it on a phone, with simulated throttling: the median
// of five runs on each page. An idle machine and a release build, or the figures say nothing.
//
//   node end2end/experiments/lighthouse.mjs http://localhost:3000
import { readFile } from "node:fs/promises";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const RUNS = 5;
const portal = process.argv[2] ?? "http://localhost:3000";
const pages = JSON.parse(await readFile(new URL("../harness/public-pages.json", import.meta.url), "utf8"));

const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"],
});
for (const page of pages) {
  const marks = [];
  for (let run = 0; run < RUNS; run += 1) {
    const result = await lighthouse(portal + page, {
      port: chrome.port,
      logLevel: "error",
      onlyCategories: ["performance"],
    });
    marks.push(Math.round(result.lhr.categories.performance.score * 100));
  }
  marks.sort((one, other) => one - other);
  console.log(`${page.padEnd(32)} ${marks[(RUNS - 1) / 2]}  (${marks[0]} to ${marks.at(-1)})`);
}
chrome.kill();
