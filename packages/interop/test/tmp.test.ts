import { readdirSync, readFileSync } from "node:fs";
import { test } from "vitest";
import { readJiraJson } from "../src/jira-json.js";
test("all", () => {
  const dir = "exports/jira";
  const all = readdirSync("/work/shared/data/"+dir).filter(f=>f.includes("SP-"));
  const load=(f:string)=>readFileSync(`/work/shared/data/${dir}/${f}`,"utf8");
  for (const f of readdirSync("/work/shared/data/"+dir)) {
    if (!f.endsWith(".json")) continue;
    const r = readJiraJson(load(f));
    const codes: Record<string, number> = {};
    for (const i of r.issues) codes[i.code]=(codes[i.code]??0)+1;
    const v = r.ok? r.value: undefined;
    console.log(f, r.ok, JSON.stringify(codes), JSON.stringify(v?.report.counts), v && Object.entries(v.plan).map(([k,x])=>Array.isArray(x)?k+":"+x.length:"").join(" "), v?.history.events.length, v?.report.fields.reduce((a,x)=>a+x.count,0));
  }
  const r = readJiraJson(`{"issues":[${all.map(load).join(",")}]}`, {resources:{statuses:load("jirametrics-sample_statuses.json"),board:load("jirametrics-sample_board_1_configuration.json")}});
  console.log(JSON.stringify(r.ok?{p:{...r.value.plan,items:r.value.plan.items!.map(i=>({...i,customFields:0}))},e:r.value.history.events.slice(0,20),rep:r.value.report}:r,null,1));
});
