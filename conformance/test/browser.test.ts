import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { answers } from "./browser-answers.js";
import { inputFile } from "./run-cli.js";

const executable = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const isThere = existsSync(executable);
if (!isThere && process.env["CI"] === "true") throw new TypeError(`no browser at ${executable}`);
if (!isThere) process.stderr.write(`skipped: no browser at ${executable}\n`);

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--dump-dom",
];

/** What the page writes, base 64 so that nothing of it is markup. */
async function answersInBrowser(): Promise<unknown> {
  const bundle = await build({
    stdin: {
      contents:
        'import { answers } from "./browser-answers.ts"; document.body.textContent = btoa(JSON.stringify(answers()));',
      resolveDir: new URL(".", import.meta.url).pathname,
    },
    bundle: true,
    format: "iife",
    write: false,
    logLevel: "silent",
  });
  const script = (bundle.outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
  const page = inputFile(
    "answers.html",
    `<!doctype html><meta charset="utf-8"><body><script>${script}</script></body>`,
  );
  const run = spawnSync(executable, [...flags, `file://${page}`], { encoding: "utf8", maxBuffer: 1 << 28 });
  const [, body = ""] = /<body>([A-Za-z0-9+/=]+)<\/body>/.exec(run.stdout.replace(/\s/g, "")) ?? [];
  return JSON.parse(Buffer.from(body, "base64").toString("utf8"));
}

test.skipIf(!isThere)(
  "forecasts, back-tests, expectations and ledgers are the same bytes in Node and in Chromium",
  { timeout: 120_000 },
  async () => {
    const here = answers();
    expect(Object.values(here).every((text) => text.length > 20)).toBe(true);
    expect(await answersInBrowser()).toEqual(here);
  },
);
