import type { Json } from "@evenkeel/kernel";
import { attributeOf } from "../attribute-values.js";
import { compileFates, type FateRule, fates, unnamedFate } from "../tally.js";
import { child, children, type XmlElement } from "../xml-tree.js";

type Fields = { [name: string]: Json };

/** A log in XML as the log in JSON it says the same as, and which element each of its objects stands for. */
export interface TranslatedLog {
  readonly value: Json;
  readonly elements: ReadonlyMap<object, XmlElement>;
}

const all = (parent: XmlElement | undefined, list: string, each: string): readonly XmlElement[] =>
  children(child(parent, list), each);

function known(fields: { readonly [name: string]: Json | undefined }): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Translates a log; what the format has no word for stays behind. */
export function translateLog(root: XmlElement): TranslatedLog {
  const elements = new Map<object, XmlElement>();
  const remember = (element: XmlElement, fields: Fields): Fields => {
    elements.set(fields, element);
    return fields;
  };
  const typesOf = (list: string, each: string): Fields[] =>
    all(root, list, each).map((element) =>
      known({
        name: attributeOf(element, "name"),
        attributes: all(element, "attributes", "attribute").map((one) =>
          known({ name: attributeOf(one, "name"), type: attributeOf(one, "type") }),
        ),
      }),
    );
  const recordOf = (element: XmlElement): Fields =>
    remember(
      element,
      known({
        id: attributeOf(element, "id"),
        type: attributeOf(element, "type"),
        time: attributeOf(element, "time"),
        attributes: all(element, "attributes", "attribute").map((one) =>
          known({ name: attributeOf(one, "name"), time: attributeOf(one, "time"), value: one.text }),
        ),
        relationships: (child(element, "objects")?.children ?? []).map((one) =>
          known({ objectId: attributeOf(one, "object-id"), qualifier: attributeOf(one, "qualifier") }),
        ),
      }),
    );
  return {
    elements,
    value: {
      objectTypes: typesOf("object-types", "object-type"),
      eventTypes: typesOf("event-types", "event-type"),
      objects: all(root, "objects", "object").map(recordOf),
      events: all(root, "events", "event").map(recordOf),
    },
  };
}

const record = (at: string, to: string): string[] => [
  `${at} > ${to}`,
  `${at}/@id > ${to}.id`,
  `${at}/objects > relations`,
  `${at}/objects/*/@object-id > relations`,
  `${at}/objects/*/@qualifier > relations`,
  `${at}/objects/* > relations`,
];
const typed = (at: string): string[] => [
  at,
  `${at}/@name`,
  `${at}/attributes`,
  `${at}/attributes/attribute`,
  `${at}/attributes/attribute/@name`,
  `${at}/attributes/attribute/@type`,
];
const valued = (at: string): string[] => [
  `${at}/attributes`,
  `${at}/attributes/attribute`,
  `${at}/attributes/attribute/@name`,
  `${at}/attributes/attribute/@time`,
];

/** What holds the records of a log, whatever its version. */
export const logPlaces: readonly string[] = ["log > report", "log/objects > items", "log/events > events"];

/** Fates of the places of a log in XML; of a log of our own every part the format knows is a part of the documents. */
export function xmlFates(isOwn: boolean, keep: boolean): (source: string) => Omit<FateRule, "source"> {
  const mapped = fates(
    "mapped",
    undefined,
    ...logPlaces,
    ...record("log/objects/object", "items"),
    "log/objects/object/@type > items.sourceKind",
    ...record("log/events/event", "events"),
    "log/events/event/@type > events.to",
    "log/events/event/@time > events.at",
  );
  const others = [
    "log/object-types",
    ...typed("log/object-types/object-type"),
    "log/event-types",
    ...typed("log/event-types/event-type"),
    ...valued("log/objects/object"),
    ...valued("log/events/event"),
  ].map((source): FateRule => {
    if (isOwn) return { source, fate: "mapped", to: "fields of rows and events" };
    return { source, ...unnamedFate(keep, "customFields and extensions") };
  });
  return compileFates([...mapped, ...others], { fate: "dropped", why: "the format has no word for it" });
}
