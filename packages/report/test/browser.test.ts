import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderReport } from "../src/index.js";
import { sampleReview } from "./sample.js";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const found = existsSync(executablePath);
if (!found) {
  if (process.env["CI"] === "true") throw new TypeError(`no Chromium at ${executablePath}`);
  process.stderr.write(`skipped: no Chromium at ${executablePath}; name one in CHROMIUM\n`);
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'";
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

describe.runIf(found)("in a browser under a strict policy", () => {
  let browser: Browser;
  let server: Server;
  let address = "";

  beforeAll(async () => {
    const page = await renderReport(sampleReview());
    server = createServer((request, response) => {
      const isPage = request.url === "/";
      response.writeHead(isPage ? 200 : 204, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
      });
      response.end(isPage ? page : "");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test.each([
    ["desktop", 1280, "light"],
    ["phone", 360, "light"],
    ["small phone", 320, "dark"],
  ] as const)("%s: no error, no violation, no sideways scrolling", async (_name, width, colorScheme) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      timezoneId: "Pacific/Apia",
      locale: "de-DE",
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.goto(address);
    expect(faults).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    const colours =
      "[getComputedStyle(document.documentElement).color, getComputedStyle(document.documentElement).backgroundColor]";
    const [ink, paper] = (await page.evaluate(colours)) as [string, string];
    expect(ink).not.toBe(paper);
    await context.close();
  });

  test("prints without what only a screen can use", async () => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate("getComputedStyle(document.querySelector('summary')).display")).toBe("none");
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await page.close();
  });
});
