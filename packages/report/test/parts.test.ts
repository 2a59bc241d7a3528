import { describe, expect, test } from "vitest";
import { adaptSpec } from "../src/chart/adapt-spec.js";
import { inlineSvg } from "../src/chart/inline-svg.js";
import { en } from "../src/en.js";
import { drawGantt } from "../src/gantt/draw-gantt.js";
import { mostRows, pickRows } from "../src/gantt/pick-rows.js";
import { clipped, escapeText, html } from "../src/page/html.js";
import { textsOf } from "../src/page/texts.js";
import { refit } from "./refit.js";

const texts = textsOf(en);

describe("html", () => {
  test("escapes texts, keeps markup, joins lists and leaves nothing for nothing", () => {
    expect(html`<p title="${'"'}">${"<b>"}${html`<i>${1}</i>`}${["a", html`<br>`]}${undefined}</p>`.html).toBe(
      '<p title="&quot;">&lt;b&gt;<i>1</i>a<br></p>',
    );
  });
  test("cuts by letters and never inside one", () => {
    expect(clipped("abc", 3)).toBe("abc");
    expect(clipped("abcd", 3)).toBe("ab…");
    expect(clipped("😀😀😀😀", 3)).toBe("😀😀…");
    expect(clipped("😀😀", 3)).toBe("😀😀");
  });
  test("shows control characters, bidirectional overrides and lone surrogates as replaced", () => {
    expect(escapeText("a\u0007\u202eb\ud800")).toBe("a\ufffd\ufffdb\ufffd");
  });
});

describe("adaptSpec", () => {
  test("words its titles by the catalog and gives rows of names half of the width", () => {
    const { spec } = adaptSpec(
      [{ id: "A", days: 2 }],
      {
        mark: "bar",
        height: { step: 20 },
        encoding: {
          y: { field: "id", type: "nominal", title: null },
          x: { field: "days", type: "quantitative", title: "Days in progress" },
        },
      },
      textsOf({ "report/chart-days-in-progress": { message: "Tage" } }),
    );
    expect(spec).toMatchObject({
      encoding: { y: { field: "id" }, x: { field: "days", title: "Tage" } },
      width: 240,
      data: { name: "rows" },
    });
  });
  test("labels at most four days, each as a day of UTC", () => {
    const rows = Array.from({ length: 28 }, (_none, at) => ({ day: `2026-02-${String(at + 1).padStart(2, "0")}` }));
    const { spec } = adaptSpec(rows, { mark: "bar", encoding: { x: { field: "day", type: "temporal" } } }, texts);
    expect(spec).toMatchObject({
      encoding: { x: { axis: { values: [1, 10, 19, 28].map((date) => ({ year: 2026, month: 2, date, utc: true })) } } },
    });
  });
  test("unfolds columns so that their names are words", () => {
    const { rows, spec } = adaptSpec(
      [{ day: "2026-05-01", arrived: 2, departed: 1 }],
      { transform: [{ fold: ["arrived", "departed"], as: ["line", "items"] }], mark: "line", encoding: {} },
      texts,
    );
    expect(rows.map(({ line, items }) => [line, items])).toEqual([
      ["Arrived", 2],
      ["Departed", 1],
    ]);
    expect(spec).not.toHaveProperty("transform");
  });
});

describe("inlineSvg", () => {
  test("keeps known elements only, makes ids its own and leaves idle digits out", () => {
    const svg =
      '<svg viewBox="0 0 10 20"><g class="a"><script>x</script><path id="clip1" d="M1.23456,2" role="img"/><text opacity="0">no</text></g></svg>';
    expect(inlineSvg(svg, "load")).toEqual({
      inner: '<g>x<path id="load-clip1" d="M1.2,2"/></g>',
      width: 10,
      height: 20,
    });
  });
});

describe("the picture of a schedule", () => {
  const review = refit();
  const [project] = review.schedules;
  if (project === undefined) throw new TypeError("the refit has a schedule");

  test("draws a bar for each row, diamonds, the longest path and today", () => {
    const { inner, height, hasToday } = drawGantt({ ...project, now: review.now });
    const count = (kind: RegExp): number => inner.html.match(kind)?.length ?? 0;
    const rows = project.schedule.activities;
    expect(count(/<rect class="task|class="milestone|<path class="summary/g)).toBe(rows.length);
    expect(count(/class="(?:task|milestone) critical/g)).toBe(project.criticalPath.length);
    expect(height).toBe(26 + 26 * rows.length + 8);
    expect(hasToday).toBe(true);
    expect(inner.html).not.toMatch(/NaN|undefined|e-\d/);
  });

  const many = Array.from({ length: 300 }, (_none, at) => {
    const [first] = project.schedule.activities;
    const start = `20${String(20 + Math.floor(at / 25)).padStart(2, "0")}-01-${String((at % 25) + 1).padStart(2, "0")}T08:00`;
    return { ...(first as NonNullable<typeof first>), id: `a${at}`, isSummary: false, start, finish: start };
  });

  test("keeps the longest path and what is to come, in the order of time; the axis begins with the first of them", () => {
    const picked = pickRows({ ...project.schedule, activities: many }, ["a3", "a4"], "2028-06-01");
    expect(picked.rest).toBe(300 - picked.schedule.activities.length);
    const shown = picked.schedule.activities.map(({ id }) => id);
    expect(shown).toEqual(["a3", "a4", ...many.slice(225, 283).map(({ id }) => id)]);
    expect(shown).toHaveLength(mostRows);
    expect(picked.schedule.start).toBe(many[3]?.start);
    expect(pickRows({ ...project.schedule, activities: [...many].reverse() }, ["a3", "a4"], "2028-06-01")).toEqual(
      picked,
    );
  });

  test("leaves out what was over four weeks ago while something is to come, and draws the past when all is over", () => {
    const now = pickRows({ ...project.schedule, activities: many.slice(0, 30) }, ["a29"], "2021-01-03");
    expect(now.schedule.activities.map(({ id }) => id)).toEqual(["a25", "a26", "a27", "a28", "a29"]);
    expect(now.rest).toBe(25);
    expect(pickRows({ ...project.schedule, activities: many.slice(0, 30) }, [], "2026-01-01").rest).toBe(0);
  });

  test("survives a schedule of one instant", () => {
    const [row] = project.schedule.activities;
    const at = "2026-05-01T08:00";
    const one = { ...(row as NonNullable<typeof row>), start: at, finish: at, lateFinish: at };
    const { inner } = drawGantt({
      schedule: { ...project.schedule, start: at, finish: at, activities: [one] },
      criticalPath: [],
      now: "2026-05-01",
    });
    expect(inner.html).not.toMatch(/NaN|Infinity/);
  });
});
