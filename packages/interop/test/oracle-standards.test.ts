import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { orThrow } from "@evenkeel/kernel";
import { sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readGanttProject } from "../src/ganttproject.js";
import { readIcal } from "../src/ical.js";
import { readOcel } from "../src/ocel.js";
import { readPlanner } from "../src/planner.js";
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

  test("of OCEL: every object, and every event with each of its objects and its exact instant", () => {
    for (const file of filesOf("ocel", /\.jsonocel$/)) {
      const log = JSON.parse(textOf(file));
      const isFirst = log["ocel:events"] !== undefined;
      const objects = isFirst ? Object.keys(log["ocel:objects"]) : log.objects.map((each: { id: string }) => each.id);
      const counted: string[] = isFirst
        ? Object.values<Record<string, string & string[]>>(log["ocel:events"]).flatMap((event) =>
            [...new Set(event["ocel:omap"])].map(
              (id) => `${id} ${Date.parse(`${event["ocel:timestamp"]}Z`)} ${event["ocel:activity"]}`,
            ),
          )
        : log.events.flatMap((event: { type: string; time: string; relationships?: { objectId: string }[] }) =>
            [...new Set((event.relationships ?? []).map((each) => each.objectId))].map(
              (id) => `${id} ${Date.parse(event.time)} ${event.type}`,
            ),
          );
      const { plan, history } = orThrow(readOcel(JSON.stringify(log), { zone: "UTC" }));
      expect(plan.items?.map((item) => item.id).sort(), file).toEqual(objects.sort());
      const imported = history.events.flatMap((event) =>
        event.type === "stateChanged" ? [`${event.subject.id} ${Date.parse(event.at)} ${event.to}`] : [],
      );
      expect(imported.sort(), file).toEqual(counted.sort());
    }
  });

  test("of iCalendar: every task, day off, leave and timed event", () => {
    for (const file of filesOf("ical", /\.ics$/)) {
      const lines = textOf(file)
        .replace(/\r?\n[ \t]/g, "")
        .split(/\r?\n/);
      const begins = (name: string) => lines.filter((line) => line === `BEGIN:${name}`).length;
      const { plan, report } = orThrow(readIcal(readFileSync(file)));
      expect(plan.items?.length ?? 0, file).toBe(begins("VTODO"));
      expect(report.counts.imported, file).toBe(begins("VTODO") + begins("VEVENT"));
      const wholeDays = lines.filter((line) => /^DTSTART(;[^:]*)?:\d{8}$/.test(line)).length;
      const kept = (plan.calendars ?? []).flatMap((row) => (row.customFields?.["events"] ?? []) as { start: string }[]);
      expect(kept.length, file).toBe(begins("VEVENT") - wholeDays);
    }
  });

  test("of GanttProject: every task, link with its kind and lag, resource, allocation and start", () => {
    for (const file of filesOf("ganttproject", /\.gan$/)) {
      const text = textOf(file);
      const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, ...groups]) => groups.join(" "));
      const { plan } = orThrow(readGanttProject(readFileSync(file)));
      expect(plan.items?.map((item) => item.id) ?? [], file).toEqual(all(/<task id="(\d+)"/g));
      const kinds = ["", "SS", "FS", "FF", "SF"];
      const links = all(/<depend id="(\d+)" type="(\d)" difference="(-?\d+)"/g).map((link) => {
        const [id, kind, days] = link.split(" ");
        return `${id} ${kinds[Number(kind)]} ${Number(days) * 480}`;
      });
      expect(
        plan.dependencies?.map((row) => `${row.successorId} ${row.type} ${row.lag?.amount ?? 0}`) ?? [],
        file,
      ).toEqual(links);
      expect(plan.people?.length ?? 0, file).toBe(all(/<resource (id)=/g).length);
      expect(plan.assignments?.length ?? 0, file).toBe(all(/<allocation (task-id)=/g).length);
      const starts = plan.schedules?.[0]?.items.map((row) => row.start) ?? [];
      expect(starts, file).toEqual(all(/<task id="[^>]* start="([^"]*)"/g));
    }
  });

  test("of Planner: every task, date, link, calendar, resource and allocation", () => {
    for (const file of filesOf("planner", /\.planner$/)) {
      const text = textOf(file);
      const tags = (name: string) => [...text.matchAll(new RegExp(`<${name} [^>]*>`, "g"))].map(([tag]) => tag);
      const of = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
      const { plan } = orThrow(readPlanner(readFileSync(file)));
      const tasks = tags("task");
      expect(plan.items?.map((item) => `${item.id} ${item.title}`) ?? [], file).toEqual(
        tasks.map((tag) => `${of(tag, "id")} ${of(tag, "name")}`),
      );
      const ends = plan.schedules?.[0]?.items.map((row) => row.finish?.replace(/[-:]/g, "").padEnd(15, "0")) ?? [];
      expect(ends, file).toEqual(tasks.map((tag) => of(tag, "end")?.slice(0, 15)));
      expect(plan.dependencies?.length ?? 0, file).toBe(tags("predecessor").length);
      expect(plan.calendars?.length ?? 0, file).toBe(tags("calendar").length);
      expect((plan.people?.length ?? 0) + (plan.resources?.length ?? 0), file).toBe(tags("resource").length);
      expect(plan.assignments?.length ?? 0, file).toBe(tags("allocation").length);
    }
  });
});
