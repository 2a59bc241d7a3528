import { type Issue, type Json, refuse } from "@evenkeel/kernel";
import { assume, createDraft, note, table, warn } from "../draft.js";
import { finish } from "../finish.js";
import { beyondLimit, limitsOf } from "../limits.js";
import { noteEnds } from "../log-ends.js";
import type { PieceReader } from "../pieces.js";
import { type FateRule, unnamedFate } from "../tally.js";
import type { ReadOptions } from "../types.js";
import { assumeZone } from "../zoned-time.js";
import { createAccount } from "./account.js";
import { meet, readEvent, type XesEvent, type XesReading } from "./events.js";
import { nodeJson, openXes, type XesListener, type XesNode } from "./nodes.js";
import { readTrace, type XesStates } from "./traces.js";

type Fate = Omit<FateRule, "source">;

const to = (place: string): Fate => ({ fate: "mapped", to: place });

const mapped: { readonly [key: string]: Fate } = {
  log: to("plan"),
  name: to("plan.title"),
  trace: to("items"),
  case: to("items.id"),
  event: to("events"),
  "concept:name": to("events.to"),
  "time:timestamp": to("events.at"),
  "org:resource": to("events.actor"),
  "lifecycle:transition": to("events.type"),
};

/** Oddities that cost nothing; the others leave something out of the history. */
const harmless = new Set(["xes-identical-events", "xes-no-namespace", "xes-no-zone"]);

const coverage = [
  { tool: "xes", table: "items", fields: ["title", "stateId", "startedAt"] },
  { tool: "xes", table: "workflows", fields: ["states"] },
  { tool: "xes", table: "people", fields: ["name"] },
  { tool: "xes", table: "events", fields: ["stateChanged", "blocked", "unblocked", "changed"] },
] as const;

/** What is read right inside the log besides traces: it stays as it is, but for the name of the log. */
function readOther(reading: XesReading, node: XesNode, kept: Json[]): void {
  const { draft, account } = reading;
  const key = node.attributes["key"] ?? node.tag;
  if (node.tag === "classifier" && reading.classifier.length === 0)
    reading.classifier = (node.attributes["keys"] ?? "").split(/\s+/).filter((each) => each !== "");
  if (key === "concept:name" && draft.plan.title === undefined && node.children.length === 0) {
    draft.plan = { ...draft.plan, title: node.attributes["value"] ?? "" };
    account.add("log", key, node, mapped["name"] as Fate);
    return;
  }
  kept.push(nodeJson(node));
  account.add("log", key, node, reading.kept);
}

function listenerOf(reading: XesReading, states: XesStates, kept: Json[]): XesListener {
  const { draft, account } = reading;
  let events: XesEvent[] = [];
  let refused: XesNode[] = [];
  return {
    log: (node) => {
      draft.version = node.attributes["xes.version"];
      account.addTag("log", "", node, mapped["log"] as Fate);
      if (!Object.keys(node.attributes).some((name) => /^xmlns(:|$)/.test(name)))
        meet(reading, "xes-no-namespace", 1, "");
    },
    event: (node, inTrace) => {
      draft.counts.read++;
      const event = inTrace ? readEvent(reading, node) : undefined;
      if (event !== undefined) {
        draft.counts.imported++;
        events.push(event);
        return;
      }
      draft.counts.rejected++;
      if (inTrace) refused.push(node);
      else {
        meet(reading, "xes-out-of-place", node.line, node.tag);
        kept.push(nodeJson(node));
        account.add("log", "event", node, reading.kept);
      }
    },
    traceEnd: (node) => {
      draft.counts.read++;
      readTrace(reading, node, { events, refused }, states);
      events = [];
      refused = [];
    },
    other: (node) => readOther(reading, node, kept),
  };
}

function tellOddities({ draft, odd }: XesReading): void {
  for (const [code, { count, line, found }] of odd) {
    (harmless.has(code) ? note : warn)(draft, code, [line], [], { count, line, found });
  }
}

/** A reader of an event log whose text comes in pieces. */
export function openXesReader(options: ReadOptions): PieceReader {
  const limits = limitsOf(options);
  const draft = createDraft("xes", options);
  const keep = unnamedFate(options.keepUnmapped ?? true, "customFields and extensions");
  const reading: XesReading = {
    draft,
    account: createAccount(),
    kept: keep,
    mapped,
    odd: new Map(),
    actors: new Map(),
    classifier: [],
  };
  const states: XesStates = new Map();
  const kept: Json[] = [];
  const stream = openXes(limits, listenerOf(reading, states, kept));
  const tooMany = (): Issue | undefined =>
    draft.counts.read > limits.rows ? beyondLimit("rows", draft.counts.read, limits.rows) : undefined;
  return {
    write: (piece) => stream.write(piece) ?? tooMany(),
    close: (assumptions) => {
      const fault = stream.close() ?? tooMany();
      if (fault !== undefined) return refuse([fault]);
      draft.assumptions.push(...assumptions);
      if (states.size > 0)
        table(draft, "workflows").set("log", { id: "log", name: "Log", states: [...states.values()] });
      if (kept.length > 0 && keep.fate === "kept-raw") draft.plan = { ...draft.plan, extensions: { xes: kept } };
      draft.coverage = coverage;
      assumeZone(draft);
      assume(draft, "started", "the first event of a trace", "the format has no word for it");
      assume(draft, "lifecycle", "complete", "events without a transition");
      noteEnds(draft);
      tellOddities(reading);
      reading.account.close(draft.tally);
      return finish(draft);
    },
  };
}
