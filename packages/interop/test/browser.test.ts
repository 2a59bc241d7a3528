/// <reference lib="dom" />
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { canonicalJson, type Json } from "@evenkeel/kernel";
import { build, type OutputFile } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readJiraCsv } from "../src/jira-csv.js";
import { readWorkStream } from "../src/read-stream.js";
import { writeXlsx } from "../src/xlsx.js";
import { jiraCsv, mspdi, trello } from "./samples.js";
import { ical, xes } from "./standard-samples.js";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const isThere = existsSync(executablePath);
if (!isThere && process.env["CI"] === "true") throw new TypeError(`no browser at ${executablePath}`);
if (!isThere) process.stderr.write(`skipped: no browser at ${executablePath}\n`);

const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'none'";
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

/** One module for both places: on a page it takes a dropped file, in a worker a posted one. */
const entry = `
import { readWorkStream } from "./src/index.ts";
const read = async (file) => JSON.stringify(await readWorkStream(file.stream(), { name: file.name, zone: "Europe/Berlin" }));
const faultless = (file) => read(file).catch((fault) => "thrown: " + fault);
if (typeof document === "undefined") {
  onmessage = async ({ data }) => postMessage(await faultless(data));
} else {
  const worker = new Worker("/read.js", { type: "module" });
  worker.onmessage = ({ data }) => { globalThis.answer = data; };
  addEventListener("drop", async (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (location.hash === "#worker") worker.postMessage(file);
    else globalThis.answer = await faultless(file);
  });
}`;

const bundled = (contents: string): Promise<readonly OutputFile[]> =>
  build({
    stdin: { contents, resolveDir: new URL("..", import.meta.url).pathname, sourcefile: "read.js" },
    bundle: true,
    format: "esm",
    platform: "browser",
    splitting: true,
    outdir: "/",
    entryNames: "read",
    write: false,
    logLevel: "silent",
  }).then(({ outputFiles }) => outputFiles);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const inputs: readonly (readonly [name: string, bytes: () => Uint8Array | Promise<Uint8Array>])[] = [
  ["jira.csv", () => bytesOf(jiraCsv)],
  ["board.json", () => bytesOf(trello)],
  ["plan.xml", () => bytesOf(mspdi)],
  [
    "list.xlsx",
    async () => {
      const read = readJiraCsv(jiraCsv);
      return writeXlsx(read.ok ? read.value.plan : { formatVersion: 1 });
    },
  ],
  ["log.xes", () => bytesOf(xes)],
  ["tasks.ics", () => bytesOf(ical)],
  ["broken.json", () => bytesOf('{"issues": [')],
];

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test("a bundle for browsers fails on what only Node has", async () => {
  await expect(bundled('import { readFileSync } from "node:fs"; readFileSync("a");')).rejects.toThrow("node:fs");
});

describe.runIf(isThere)("a file dropped on a page under a strict policy", () => {
  const files = new Map<string, readonly [type: string, content: string]>();
  const asked: string[] = [];
  const complaints: string[] = [];
  let server: Server;
  let browser: Browser;
  let page: Page;
  let origin = "";

  beforeAll(async () => {
    for (const { path, text } of await bundled(entry)) files.set(path, ["text/javascript", text]);
    files.set("/", ["text/html", '<!doctype html><title>Drop</title><script type="module" src="/read.js"></script>']);
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      const [type, content] = files.get(request.url ?? "") ?? ["text/plain", ""];
      response
        .writeHead(200, { "content-type": `${type}; charset=utf-8`, "content-security-policy": policy })
        .end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    browser = await chromium.launch({ executablePath, args });
    page = await browser.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      const { origin: where, pathname } = new URL(request.url());
      const isOwn = where === origin && files.has(pathname) && request.method() === "GET";
      if (!isOwn) complaints.push(`asked for ${request.url()}`);
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** What the page, opened anew, makes of a file. */
  async function dropped(name: string, bytes: Uint8Array, place: "" | "#worker") {
    // The same address again would only move within the document there is.
    await page.goto("about:blank");
    await page.goto(`${origin}/${place}`);
    await page.evaluate(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(content)], fileName));
        document.documentElement.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true }));
      },
      [name, [...bytes]] as const,
    );
    const answer = await page.waitForFunction(() => (globalThis as { readonly answer?: string }).answer);
    return String(await answer.jsonValue());
  }

  describe.each([
    ["on the page", ""],
    ["in a module worker", "#worker"],
  ] as const)("%s", (_place, hash) => {
    test.each(inputs)("gives the plan and the report that Node gives: %s", async (name, bytesOfInput) => {
      const bytes = await bytesOfInput();
      const here = await readWorkStream(whole(bytes), { name, zone: "Europe/Berlin" });
      const text = await dropped(name, bytes, hash);
      expect(complaints).toEqual([]);
      expect(text).not.toContain("thrown: ");
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(canonicalJson(JSON.parse(JSON.stringify(here)) as Json));
      expect(here.ok).toBe(name !== "broken.json");
    });
  });

  test("asks the server for nothing but the page and its scripts", () => {
    expect(asked.filter((path) => !files.has(path))).toEqual([]);
  });
});
