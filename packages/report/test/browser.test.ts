/// <reference lib="dom" />
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { orThrow } from "@evenkeel/kernel";
import { build } from "esbuild";
import { priceOfRule, reviewWork } from "evenkeel";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderReport } from "../src/index.js";
import { hostileInput } from "./hostile.js";
import { refit, refitInput } from "./refit.js";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const isThere = existsSync(executablePath);
if (!isThere && process.env["CI"] === "true") throw new TypeError(`no browser at ${executablePath}`);
if (!isThere) process.stderr.write(`skipped: no browser at ${executablePath}\n`);

const policy = "script-src 'self'; object-src 'none'; base-uri 'none'";
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

describe.runIf(isThere)("in a browser under a strict policy", () => {
  const review = refit();
  const files = new Map<string, readonly [string, string]>();
  let server: Server;
  let browser: Browser;
  let origin = "";

  beforeAll(async () => {
    const entry =
      'import { renderReport } from "./src/index.ts"; fetch("/review.json").then((answer) => answer.json()).then(renderReport).then((page) => { globalThis.written = page; }, (fault) => { globalThis.written = String(fault); });';
    const bundle = await build({
      stdin: { contents: entry, resolveDir: new URL("..", import.meta.url).pathname },
      bundle: true,
      format: "esm",
      write: false,
      logLevel: "silent",
    });
    files.set("/report.html", ["text/html", await renderReport(review)]);
    const price = orThrow(priceOfRule(refitInput.plan, { minutesPerWeek: 1200, by: "2026-12-01" }));
    files.set("/priced.html", ["text/html", await renderReport(review, { price })]);
    files.set("/hostile.html", ["text/html", await renderReport(orThrow(reviewWork(hostileInput())))]);
    files.set("/review.json", ["application/json", JSON.stringify(review)]);
    files.set("/run.js", ["text/javascript", bundle.outputFiles[0]?.text ?? ""]);
    files.set("/run.html", [
      "text/html",
      '<!doctype html><title>run</title><script type="module" src="/run.js"></script>',
    ]);
    server = createServer((request, response) => {
      const [type, text] = files.get(request.url ?? "") ?? ["text/plain", ""];
      response
        .writeHead(200, { "content-type": `${type}; charset=utf-8`, "content-security-policy": policy })
        .end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    browser = await chromium.launch({ executablePath, args });
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Opens pages one after the other, runs a look at each, and returns every complaint of the browser. */
  async function opened(
    paths: readonly string[],
    options: BrowserContextOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<string[]> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    let path = "";
    page.on("request", (request) => {
      if (request.url() !== `${origin}${path}` && path !== "/run.html") complaints.push(`asked for ${request.url()}`);
    });
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => console.error(`violation ${event.violatedDirective}`));
    });
    for (path of paths) {
      await page.goto(origin + path);
      await look(page);
    }
    await context.close();
    return complaints;
  }

  test.each<
    [string, BrowserContextOptions & { readonly viewport: { readonly width: number; readonly height: number } }]
  >([
    ["wide", { viewport: { width: 1280, height: 900 } }],
    ["on a phone", { viewport: { width: 360, height: 720 } }],
    ["on a small phone", { viewport: { width: 320, height: 640 } }],
    ["dark, on a phone", { viewport: { width: 390, height: 800 }, colorScheme: "dark" }],
    ["without script", { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false }],
  ])("the page shows without complaint and without scrolling aside: %s", async (_name, options) => {
    const complaints = await opened(["/report.html", "/priced.html", "/hostile.html"], options, async (page) => {
      if (options.javaScriptEnabled === false) return;
      const size = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        innerWidth,
        getComputedStyle(document.body).fontSize,
        "pwned" in globalThis,
      ]);
      expect(size).toEqual([options.viewport.width, options.viewport.width, "16px", false]);
    });
    expect(complaints).toEqual([]);
  });

  test("colours follow light and dark, and are told apart in both", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await opened(["/report.html"], { colorScheme }, async (page) => {
        const seen = await page.evaluate(() => {
          const tone = (text: string): number => {
            const [r = 0, g = 0, b = 0] = (text.match(/[\d.]+/g) ?? []).map((part) => {
              const level = Number(part) / 255;
              return level <= 0.03928 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const of = (selector: string, key: "color" | "fill" | "backgroundColor"): number => {
            const found = document.querySelector(selector);
            return found === null ? Number.NaN : tone(getComputedStyle(found)[key]);
          };
          const ratio = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          const card = of("section", "backgroundColor");
          return {
            text: ratio(of("section p", "color"), card),
            soft: ratio(of(".note", "color"), card),
            late: ratio(of(".late", "color"), card),
            risk: ratio(of(".at-risk", "color"), card),
            safe: ratio(of(".safe", "color"), card),
            axis: ratio(of(".chart svg text", "fill"), card),
            bar: ratio(of(".task.critical", "fill"), card),
            link: ratio(of("nav a", "color"), card),
          };
        });
        for (const [name, value] of Object.entries(seen))
          expect({ name, colorScheme, ok: value >= (name === "bar" ? 3 : 4.5) }).toEqual({
            name,
            colorScheme,
            ok: true,
          });
      });
    }
  });

  test("prints within the paper, findings open", async () => {
    const complaints = await opened(["/report.html"], { viewport: { width: 703, height: 900 } }, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(703);
      expect(
        await page.evaluate(() => document.querySelector("details.finding li")?.getBoundingClientRect().height ?? 0),
      ).toBeGreaterThan(5);
      expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
    });
    expect(complaints).toEqual([]);
  });

  test("the writer itself runs in a page without eval and gives Node's bytes in another zone and language", async () => {
    const complaints = await opened(
      ["/run.html"],
      { timezoneId: "Pacific/Kiritimati", locale: "ar-EG" },
      async (page) => {
        await page.waitForFunction(() => "written" in globalThis, undefined, { timeout: 60_000 });
        const written = await page.evaluate(() => (globalThis as unknown as { written: string }).written);
        expect(written === files.get("/report.html")?.[1] ? "the same" : written.slice(0, 300)).toBe("the same");
      },
    );
    expect(complaints).toEqual([]);
  });
});
