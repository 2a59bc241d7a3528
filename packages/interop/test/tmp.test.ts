import { readdirSync, readFileSync } from "node:fs";
import { test } from "vitest";
import { parsePlan, parseHistory, parseRecords } from "@evenkeel/schema";
import { readWork } from "../src/index.js";
test("all", async () => {
  const base="/work/shared/data/";
  const all:Record<string,number>={};
  for (const dir of [...readdirSync(base+"exports").map(d=>"exports/"+d).filter(d=>!d.endsWith(".md")),"schedules/mspdi","schedules/mspdi-calendars","schedules/mspdi-converted","histories"]) for (const f of readdirSync(base+dir)) {
    if (f.endsWith("expected.json")) continue;
    const r = await readWork(readFileSync(base+dir+"/"+f));
    const codes: Record<string, number> = {};
    for (const i of r.issues) codes[i.code]=(codes[i.code]??0)+1;
    const v = r.ok? r.value: undefined;
    if(!dir.includes("mspdi")) console.log(dir+"/"+f, r.ok, JSON.stringify(codes), JSON.stringify(v?.report.counts), v && Object.entries(v.plan).map(([k,x])=>Array.isArray(x)?k+":"+x.length:"").join(" "), v?.history.events.length, v?.report.format.name);
    if (v) { for (const p of [parsePlan(v.plan), parseHistory(v.history, v.plan), parseRecords(v.records)]) for (const i of p.issues.slice(0,3)) console.log("   !!", f, JSON.stringify(i)); }
  }
});
