import { gzipSync } from "node:zlib";
import { canonicalJson, orThrow } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWorkStream } from "../src/read-stream.js";
import { readWork } from "../src/read-work.js";

async function* cut(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const to = at + (lengths[turn % lengths.length] ?? 1);
    yield bytes.subarray(at, to);
    at = to;
  }
}

const day = (at: number): string => String((at % 28) + 1).padStart(2, "0");
const anyDate = fc
  .constantFrom("named", "numeric", "iso")
  .chain((style) =>
    fc
      .nat(27)
      .map(
        (at) =>
          ({ named: `${day(at)}/Jan/24 3:54 PM`, numeric: `${day(at)}/01/2024`, iso: `2024-01-${day(at)}` })[style],
      ),
  );
const anyTitle = fc.constantFrom(
  "Dig",
  "F\u00fcllen, dann fertig",
  'a "quoted" line',
  "two\r\nlines",
  "\u2603\ud83d\ude80",
  "",
);
const anyTable = fc
  .array(fc.tuple(anyTitle, anyDate, fc.constantFrom("", "A-0", "A-1", "lost")), { maxLength: 30 })
  .map((rows) =>
    [
      "Issue key,Summary,Created,Parent,Outward issue link (Blocks)",
      ...rows.map(([title, created, other], at) =>
        [
          `A-${at}`,
          `"${title.replaceAll('"', '""')}"`,
          created,
          at % 2 === 0 ? other : "",
          at % 2 === 1 ? other : "",
        ].join(),
      ),
    ].join("\r\n"),
  );
const anyLog = fc
  .array(fc.array(fc.tuple(fc.constantFrom("Dig", "F\u00fcllen"), fc.nat(50)), { maxLength: 5 }), { maxLength: 8 })
  .map((cases) => {
    const traces = cases.map((events, at) => {
      const inner = events.map(
        ([name, minute]) =>
          `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="2026-03-02T09:${String(minute).padStart(2, "0")}:00+01:00"/></event>`,
      );
      return `<trace><string key="concept:name" value="c${at}"/>${inner.join("")}</trace>`;
    });
    return `<log>${traces.join("\n")}</log>`;
  });
const anyLengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 });

describe("a stream", () => {
  test("gives what the whole gives, however it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyTable, anyLog, fc.constant("- [ ] Dig\n- [x] Fill")),
        anyLengths,
        async (text, lengths) => {
          const bytes = new TextEncoder().encode(text);
          const [whole, streamed] = [await readWork(bytes), await readWorkStream(cut(bytes, lengths))];
          expect(streamed.ok).toBe(whole.ok);
          if (!whole.ok || !streamed.ok) return;
          const told = ({ value }: typeof whole): string =>
            canonicalJson({
              ...value,
              report: {
                ...value.report,
                assumptions: value.report.assumptions.filter(({ what }) => what !== "encoding"),
              },
            });
          expect(told(streamed)).toBe(told(whole));
        },
      ),
      { numRuns: statedRuns(10_000) },
    );
  });

  test("packed by gzip gives what the unpacked gives, and what unpacks beyond a limit is refused", async () => {
    const text = `Issue key,Summary\n${Array.from({ length: 5000 }, (_none, at) => `A-${at},Dig\n`).join("")}`;
    const packed = new Uint8Array(gzipSync(text));
    const whole = canonicalJson(orThrow(await readWork(new TextEncoder().encode(text))).plan);
    expect(canonicalJson(orThrow(await readWork(packed)).plan)).toBe(whole);
    expect(canonicalJson(orThrow(await readWorkStream(cut(packed, [100, 7]))).plan)).toBe(whole);
    const limits = { bytes: packed.length * 2 };
    const codes = [await readWork(packed, { limits }), await readWorkStream(cut(packed, [100]), { limits })];
    expect(codes.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual([
      "interop/any-too-large",
      "interop/any-too-large",
    ]);
    const twice = await readWork(new Uint8Array(gzipSync(packed)));
    expect(twice.ok).toBe(false);
    const broken = await readWorkStream(cut(packed.subarray(0, packed.length - 20), [100]));
    expect(broken.issues.map(({ code }) => code)).toEqual(["interop/any-broken-gzip"]);
  });

  test("whose source fails throws that fault", async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(gzipSync("- [ ] Dig"));
      throw new RangeError("the line is down");
    }
    await expect(readWorkStream(failing())).rejects.toThrow("the line is down");
  });

  test("tells how far it is, and stops when asked", async () => {
    const bytes = new TextEncoder().encode("Issue key,Summary\nA-1,Dig\nA-2,Fill\n");
    const done: number[] = [];
    const signal = { aborted: false };
    const result = await readWorkStream(cut(bytes, [10]), {
      format: "jira-csv",
      size: bytes.length,
      signal,
      onProgress: (progress) => {
        done.push(progress.done);
        signal.aborted = progress.done >= 20;
      },
    });
    expect(done).toEqual([10, 20]);
    expect(result.issues.map(({ code, facts }) => [code, facts["done"]])).toEqual([["interop/any-cancelled", 20]]);
  });

  test("refuses bytes that stop being UTF-8, and input beyond a limit", async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode("Issue key,Summary\nA-1,D"), 0xfc, 0x0a]);
    const codes = async (limit: number): Promise<string[]> =>
      (await readWorkStream(cut(bytes, [10]), { format: "jira-csv", limits: { bytes: limit } })).issues.map(
        ({ code }) => code,
      );
    expect([await codes(1000), await codes(15)]).toEqual([
      ["interop/any-encoding-mismatch"],
      ["interop/any-too-large"],
    ]);
  });

  test("a cell without an end costs no more than its length", async () => {
    const text = `Issue key,Summary\nA-1,"${"x".repeat(6_000_000)}`;
    const result = await readWork(text, { format: "jira-csv" });
    expect(result.issues.map(({ code }) => code)).toEqual(["interop/any-broken-quotes"]);
  });
});
