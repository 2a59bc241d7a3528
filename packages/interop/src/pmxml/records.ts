import type { Draft } from "../draft.js";
import { keepRest } from "../keep-rest.js";
import type { P6Calendar, P6Record } from "../primavera/record.js";
import type { FateRule } from "../tally.js";
import { child, childText, type XmlElement } from "../xml-tree.js";
import { rowsInside } from "./fates.js";
import { type PmxmlElement, type PmxmlField, type PmxmlFields, pmxmlFields } from "./fields.js";
import { hoursOfCalendar } from "./hours.js";

/** What the records of a file share. */
export interface Reading {
  readonly draft: Draft;
  readonly fateOf: (source: string) => Omit<FateRule, "source">;
  /** Per element, which parts fill which field; filled as elements come. */
  readonly sources: Map<PmxmlElement, Sources>;
}

/** Elements that fill a field of the text format, in the order of preference. */
function sourcesOf(fields: PmxmlFields): ReadonlyMap<string, readonly (readonly [string, PmxmlField])[]> {
  const byField = new Map<string, (readonly [string, PmxmlField])[]>();
  for (const [name, targets] of Object.entries(fields)) {
    for (const target of targets) {
      const before = byField.get(target.field);
      if (before === undefined) byField.set(target.field, [[name, target]]);
      else before.push([name, target]);
    }
  }
  return byField;
}

type Sources = ReturnType<typeof sourcesOf>;

function sourcesFor({ sources }: Reading, name: PmxmlElement): Sources {
  const known = sources.get(name);
  if (known !== undefined) return known;
  const made = sourcesOf(pmxmlFields[name]);
  sources.set(name, made);
  return made;
}

/**
 * An element as a row of the text format. `given` holds fields that stand around the element where it does not state them,
 * such as its project; one given as undefined hides what the element states.
 */
export function recordOf(
  reading: Reading,
  name: PmxmlElement,
  element: XmlElement,
  place: string,
  given: Readonly<Record<string, string | undefined>> = {},
): P6Calendar {
  const { draft, fateOf } = reading;
  const own = sourcesFor(reading, name);
  const found = (field: string): readonly [string, PmxmlField] | undefined =>
    own.get(field)?.find(([part]) => childText(element, part) !== undefined);
  const get = (field: string): string | undefined => {
    const source = found(field);
    const isHidden = field in given && given[field] === undefined;
    if (source === undefined || isHidden) return given[field];
    const text = childText(element, source[0]) as string;
    return source[1].translate?.(text) ?? text;
  };
  const rest: P6Record["rest"] = (also = []) => {
    const at = `${place}/${name}`;
    const parts = new Set(also.flatMap((field) => (own.get(field) ?? []).map(([part]) => part)));
    for (const each of element.children) {
      if (parts.has(each.name)) draft.moved.set(each, fateOf(`${at}/…`));
    }
    const rows: readonly string[] = rowsInside(name);
    const header = { ...element, children: element.children.filter((each) => !rows.includes(each.name)) };
    const places = new Set([...parts].map((part) => `${at}/${part}`));
    const rule = (source: string) => (places.has(source) ? fateOf(`${at}/…`) : fateOf(source));
    return keepRest(header, at, rule) as ReturnType<P6Record["rest"]>;
  };
  return {
    get,
    rest,
    nameOf: (field) => found(field)?.[0] ?? own.get(field)?.[0]?.[0] ?? field,
    path: [element.line, name],
    lose: (field) => {
      const part = child(element, found(field)?.[0] ?? "");
      if (part === undefined || draft.lost.has(part)) return false;
      draft.lost.set(part, "not readable");
      return true;
    },
    drop: (why) => {
      draft.lost.set(element, why);
    },
    hours: () => hoursOfCalendar(element),
  };
}
