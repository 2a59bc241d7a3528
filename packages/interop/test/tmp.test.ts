import { readdirSync, readFileSync } from "node:fs";
import { test } from "vitest";
import { readMspdi } from "../src/mspdi.js";
test("all", () => {
  for (const dir of ["exports/mspdi","schedules/mspdi","schedules/mspdi-calendars","schedules/mspdi-converted"]) for (const f of readdirSync("/work/shared/data/"+dir)) {
    if (!f.endsWith(".xml")) continue;
    const t=performance.now();
    const r = readMspdi(readFileSync(`/work/shared/data/${dir}/${f}`));
    const codes: Record<string, number> = {};
    for (const i of r.issues) codes[i.code]=(codes[i.code]??0)+1;
    const v = r.ok? r.value: undefined;
    console.log(f, r.ok, Math.round(performance.now()-t), JSON.stringify(codes), JSON.stringify(v?.report.counts), v && Object.entries(v.plan).map(([k,x])=>Array.isArray(x)?k+":"+x.length:"").join(" "), v?.report.fields.reduce((a,x)=>a+x.count,0));
  }
});
