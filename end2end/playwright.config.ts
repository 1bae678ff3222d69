/**
 * How the tests run: journeys look at the portal in three ways, in the system's own Chromium;
 * clients are programs that call it.
 */
import { defineConfig } from "@playwright/test";

export default defineConfig({
  globalSetup: "./setup/start",
  fullyParallel: true,
  workers: 2,
  // A journey that passes only at the second attempt has failed.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [["list"], ["html", { open: "never" }]],
  use: {
    // The global setup finds a free port; workers read the configuration after it has run.
    baseURL: process.env.BALCAO_URL,
    locale: "pt-BR",
    timezoneId: "America/Sao_Paulo",
    contextOptions: { reducedMotion: "reduce" },
    // Recording every step takes a quarter of the time, so whoever looks for a fault asks for it.
    trace: process.env.BALCAO_TRACE === undefined ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", testDir: "journeys", use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      testDir: "journeys",
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    },
    {
      name: "no-javascript",
      testDir: "journeys",
      use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
    },
    // The journey of the onboarding, as its pictures show it.
    {
      name: "pictures",
      testDir: "pictures",
      use: { viewport: { width: 720, height: 540 }, deviceScaleFactor: 1.5, colorScheme: "light" },
    },
    { name: "lighthouse", testDir: "lighthouse" },
    { name: "clients", testDir: "clients" },
    // Alone, for they are about time and load.
    { name: "instances", testDir: "instances", dependencies: ["clients"], workers: 1 },
  ],
});
