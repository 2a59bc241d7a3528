// CPU seconds to read an event log of 200,000 events and 44 MB, beside the XML parser alone, and by how much the heap grows.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { SaxesParser } from "saxes";
import { readXes } from "../dist/xes.js";

const [cases, eventsPerCase, first] = [20_000, 10, Date.UTC(2026, 0, 1)];
const lines = ['<log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">'];
for (let at = 0; at < cases; at++) {
  lines.push(`<trace><string key="concept:name" value="case ${at}"/>`);
  for (let step = 0; step < eventsPerCase; step++) {
    const time = new Date(first + (at * eventsPerCase + step) * 61_000).toISOString();
    lines.push(
      `<event><string key="concept:name" value="act ${step}"/><string key="org:resource" value="p${at % 97}"/>`,
      `<date key="time:timestamp" value="${time}"/><string key="lifecycle:transition" value="complete"/></event>`,
    );
  }
  lines.push("</trace>");
}
lines.push("</log>");
const bytes = new TextEncoder().encode(lines.join("\n"));
lines.length = 0;

function cpu(run) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    run();
    const used = process.cpuUsage(before);
    best = Math.min(best, (used.user + used.system) / 1e6);
  }
  return best;
}

const floor = cpu(() => {
  const parser = new SaxesParser({});
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += 65_536) {
    parser.write(decoder.decode(bytes.subarray(at, at + 65_536), { stream: true }));
  }
  parser.close();
});
const whole = cpu(() => readXes(bytes));
console.log(JSON.stringify({ name: "interop/xml-parser-floor", value: floor, unit: "s CPU" }));
console.log(JSON.stringify({ name: "interop/xes-200000-events", value: whole, unit: "s CPU", bar: 2 }));

setFlagsFromString("--expose-gc");
const sweep = runInNewContext("gc");
const held = () => {
  sweep();
  return process.memoryUsage().heapUsed;
};
const before = held();
const read = readXes(bytes);
const growth = (held() - before) / 1e6;
if (!read.ok || read.value.history.events.length !== cases * eventsPerCase) throw new Error("not every event was read");
console.log(JSON.stringify({ name: "interop/xes-200000-events-growth", value: growth, unit: "MB held", bar: 64 }));
