import type { Json } from "@evenkeel/kernel";
import { attributeOf } from "../attribute-values.js";
import { compileFates, type FateRule, fates, unnamedFate } from "../tally.js";
import { child, children, type XmlElement } from "../xml-tree.js";
import { beginning } from "./dialect.js";
import { logPlaces, type TranslatedLog } from "./xml.js";

const keyOf = (element: XmlElement): string => (attributeOf(element, "key") ?? "").replace(/^ocel:/, "");

/** Whether a log in XML is of version 1.0: its objects and events hold values by key, as XES does. */
export const isFirstVersion = (root: XmlElement): boolean =>
  ["objects", "events"].some((list) =>
    (child(root, list)?.children ?? []).some((each) => each.children.some((part) => keyOf(part) === "id")),
  );

const listsWith = (record: XmlElement, ...keys: readonly string[]): readonly XmlElement[] =>
  record.children.filter((each) => each.name === "list" && keys.includes(keyOf(each)));

/** The lists that say which objects an event touched. */
export const touchedIn = (root: XmlElement): readonly XmlElement[] =>
  children(child(root, "events"), "event").flatMap((event) => listsWith(event, "omap"));

/** Translates a log of version 1.0 to what the same log says in version 2.0: values hold from the beginning on. */
export function translateFirst(root: XmlElement): TranslatedLog {
  const elements = new Map<object, XmlElement>();
  const recordOf = (element: XmlElement): Json => {
    const own = (key: string) => {
      const found = element.children.find((each) => keyOf(each) === key);
      return found === undefined ? undefined : attributeOf(found, "value");
    };
    const values = listsWith(element, "vmap", "ovmap").flatMap((list) => list.children);
    const touched = listsWith(element, "omap").flatMap((list) => list.children);
    const parts: readonly (readonly [string, Json | undefined])[] = [
      ["id", own("id")],
      ["type", own("activity") ?? own("type")],
      ["time", own("timestamp")],
      [
        "attributes",
        values.map((each) => ({ name: keyOf(each), time: beginning, value: attributeOf(each, "value") ?? "" })),
      ],
      ["relationships", touched.map((each) => ({ objectId: attributeOf(each, "value") ?? "" }))],
    ];
    const record: { [name: string]: Json } = Object.create(null);
    for (const [name, value] of parts) if (value !== undefined) record[name] = value;
    elements.set(record, element);
    return record;
  };
  const objects = children(child(root, "objects"), "object").map(recordOf);
  const events = children(child(root, "events"), "event").map(recordOf);
  return { elements, value: { objects, events } };
}

/** Fates of the places of a log of version 1.0; which objects an event touched is moved to its subjects. */
export function firstFates(keep: boolean): (source: string) => Omit<FateRule, "source"> {
  const mapped = fates(
    "mapped",
    undefined,
    ...logPlaces,
    "log/objects/object > items",
    "log/events/event > events",
    ...["string", "date", "id"].flatMap((name) => [
      `log/objects/object/${name}/** > items`,
      `log/events/event/${name}/** > events`,
    ]),
  );
  const values = ["log/objects/object/list/**", "log/events/event/list/**"].map(
    (source): FateRule => ({ source, ...unnamedFate(keep, "customFields and extensions") }),
  );
  return compileFates([...mapped, ...values], { fate: "dropped", why: "says what the log holds" });
}
