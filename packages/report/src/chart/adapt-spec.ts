import { type ChartRow, civilDay, type EpochDay, type Json, parseDay } from "@evenkeel/kernel";
import type { Texts } from "../page/texts.js";

type JsonObject = { readonly [key: string]: Json };
/** Rows and a specification that vega-lite can draw. */
export interface AdaptedChart {
  readonly rows: readonly ChartRow[];
  readonly spec: JsonObject;
}

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Names that stand side by side under a picture. */
const mostUpright = 4;

/** Days to label on an axis of time: at most four, evenly apart. */
function labelledDays(rows: readonly ChartRow[], field: string): JsonObject[] {
  const days = rows
    .flatMap((row) => {
      const parsed = parseDay(String(row[field] ?? ""));
      return parsed.ok ? [Number(parsed.value)] : [];
    })
    .sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const step = Math.max(1, Math.ceil((last - first) / 3));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_none, at) => {
    const { year, month, day } = civilDay((first + at * step) as EpochDay);
    return { year, month, date: day, utc: true };
  });
}

function axisOf(channel: JsonObject, rows: readonly ChartRow[]): JsonObject {
  const { type, field, axis } = channel;
  const isCrowded = type === "ordinal" && new Set(rows.map((row) => row[String(field)])).size > mostUpright;
  if (isObject(axis) && type !== "nominal")
    return isCrowded ? { ...axis, labelAngle: -35, labelAlign: "right", labelLimit: 110 } : axis;
  if (type === "quantitative") return { tickMinStep: 1 };
  if (type === "temporal" && typeof field === "string")
    return {
      values: labelledDays(rows, field),
      format: "%Y-%m-%d",
      labelAngle: 0,
      labelFlush: true,
      labelOverlap: false,
    };
  if (type === "ordinal") return { labelAngle: -90 };
  return { labelLimit: 215, labelAngle: 0, title: null };
}

/** Steps from light to dark as the drawing states them; the style sheet gives each its value. */
const ramp = [
  "#d9e6f5",
  "#bcd3ec",
  "#9fc0e2",
  "#7fa9d6",
  "#5f92c9",
  "#437bb6",
  "#2d659f",
  "#1d4f84",
  "#103a68",
] as const;

/** So many steps of the ramp, evenly apart; beyond its length neighbours share one. */
function shades(count: number): string[] {
  const step = (ramp.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_none, at) => ramp[Math.round(at * step)] ?? ramp[0]);
}

/** A channel whose words come in the order of the rows, so that no text of a document is part of the specification. */
function orderedByRows(channel: JsonObject, rows: readonly ChartRow[]): JsonObject {
  const { field, scale, sort } = channel;
  const ordered = Array.isArray(sort) ? { ...channel, sort: null } : channel;
  if (!isObject(scale) || scale["scheme"] === undefined || typeof field !== "string") return ordered;
  return { ...ordered, scale: { range: shades(new Set(rows.map((row) => row[field])).size) } };
}

function channelOf(name: string, given: Json, rows: readonly ChartRow[], texts: Texts): Json {
  if (!isObject(given)) return given;
  const channel = orderedByRows(given, rows);
  const { title, value } = channel;
  if (name === "text" && typeof value === "string") return { value: texts.sayOr(`chart-${slug(value)}`, value) };
  // The names of a key speak for themselves.
  if (name === "strokeDash") return { ...channel, title: null };
  const named = typeof title === "string" ? { title: texts.sayOr(`chart-${slug(title)}`, title) } : {};
  const axis = (name === "x" || name === "y") && channel["field"] !== undefined ? { axis: axisOf(channel, rows) } : {};
  // Lines far above zero show their course; the gaps between them stay true.
  const scale = name === "y" && rows[0]?.["line"] !== undefined ? { scale: { zero: false } } : {};
  return { ...channel, ...named, ...axis, ...scale };
}

function unfolded(rows: readonly ChartRow[], spec: JsonObject, texts: Texts): AdaptedChart {
  const steps = Array.isArray(spec["transform"]) ? (spec["transform"] as readonly Json[]) : [];
  const fold = steps.find((step) => isObject(step) && step["fold"] !== undefined);
  if (!isObject(fold) || !Array.isArray(fold["fold"])) return { rows, spec };
  const [key = "key", value = "value"] = (fold["as"] ?? []) as readonly string[];
  const names = fold["fold"] as readonly string[];
  const { transform: _transform, ...rest } = spec;
  const others = steps.filter((step) => step !== fold);
  return {
    rows: rows.flatMap((row) =>
      names.map((name) => ({ ...row, [key]: texts.sayOr(`column-${name}`, name), [value]: row[name] ?? 0 })),
    ),
    spec: others.length > 0 ? { ...rest, transform: others } : rest,
  };
}

/** Sizes that can be read at the width of half a page; small pictures of one row side by side, not one tall pile. */
function sizeOf(spec: JsonObject): JsonObject {
  const { facet, height, width, spec: inner } = spec;
  if (isObject(facet) && isObject(facet["row"]) && isObject(inner))
    return { facet: facet["row"], columns: 3, spec: { ...inner, width: 230 } };
  // What is square stays so: its diagonal means that both are the same.
  if (typeof width === "number" && width === height) return { width: 300, height: 300 };
  // Cells with numbers in them keep the width they state.
  if (isObject(height) && isObject(width)) return { width, height };
  // Rows of names: the names take half of the width.
  return isObject(height) ? { width: 240, height: { step: 24 } } : { width: 420, height: 220 };
}

/** Points with less than an even chance stand out, in shape and colour. */
const byChance = (unlikely: string, value: string): JsonObject => ({
  condition: { test: { field: "chance", lt: 0.5 }, value: unlikely },
  value,
});

/** A part of a specification whose points are told apart by their chance, where the rows have one. */
function chanced(part: JsonObject, rows: readonly ChartRow[]): JsonObject {
  const { mark, encoding } = part;
  if (!isObject(mark) || mark["type"] !== "point" || !isObject(encoding) || rows[0]?.["chance"] === undefined)
    return part;
  return {
    ...part,
    encoding: {
      ...encoding,
      color: byChance("#b45309", "#2563a8"),
      shape: byChance("triangle-up", "circle"),
    },
  };
}

/**
 * A chart as vega-lite draws it best on this page: titles from the catalog, days as labels that every time zone
 * agrees on, sizes that fit beside each other, folded columns unfolded here so that their names are words.
 */
export function adaptSpec(chartRows: readonly ChartRow[], chartSpec: Json, texts: Texts): AdaptedChart {
  const whole = isObject(chartSpec) ? chartSpec : {};
  const { rows, spec } = unfolded(chartRows, whole, texts);
  const walk = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(walk);
    if (!isObject(json)) return json;
    return Object.fromEntries(
      Object.entries(chanced(json, rows)).map(([key, value]): [string, Json] => {
        if (key === "encoding" && isObject(value))
          return [
            key,
            Object.fromEntries(
              Object.entries(value).map(([name, channel]): [string, Json] => [
                name,
                channelOf(name, channel, rows, texts),
              ]),
            ),
          ];
        return [key, walk(value)];
      }),
    );
  };
  const { $schema: _schema, data: _data, ...parts } = walk(spec) as JsonObject;
  return { rows, spec: { ...parts, ...sizeOf(parts), data: { name: "rows" } } };
}
