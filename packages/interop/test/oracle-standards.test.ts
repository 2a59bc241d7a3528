import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { orThrow } from "@evenkeel/kernel";
import { sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readXes } from "../src/xes.js";

function filesOf(folder: string, end: RegExp): string[] {
  const path = sharedData("exports", folder);
  return path === undefined
    ? []
    : readdirSync(path)
        .filter((name) => end.test(name))
        .map((name) => `${path}/${name}`);
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

const read = (text: string, key: string): string | undefined =>
  new RegExp(`key="${key}" value="([^"]*)"`).exec(text)?.[1];

describe("counts taken straight from the raw files agree with the import", () => {
  test("of XES: every event of a trace, with its case, activity and exact instant", () => {
    for (const file of filesOf("xes", /\.xes(\.gz)?$/)) {
      const text = textOf(file);
      const counted = [...text.matchAll(/<trace>[\s\S]*?<\/trace>/g)].flatMap(([trace]) =>
        [...trace.matchAll(/<event>[\s\S]*?<\/event>/g)].flatMap(([event]) => {
          const at = read(event, "time:timestamp");
          const name = read(trace, "concept:name");
          return at === undefined ? [] : [`${name} ${new Date(at).getTime()} ${read(event, "concept:name")}`];
        }),
      );
      const { history } = orThrow(readXes(text));
      const imported = history.events.map(
        (event) => `${event.subject.id} ${new Date(event.at).getTime()} ${"to" in event ? event.to : ""}`,
      );
      expect(imported.sort(), file).toEqual(counted.sort());
    }
  });
});
