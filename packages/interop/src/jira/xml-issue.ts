import type { Json } from "@evenkeel/kernel";
import { attributeOf } from "../attribute-values.js";
import { parseForeignTime } from "../foreign-time.js";
import type { JsonObject } from "../json-text.js";
import { child, children, childText, type XmlElement } from "../xml-tree.js";
import type { JiraContext } from "./context.js";

type Members = { [name: string]: Json };

/** The members that are there, as an object without a prototype. */
function objectOf(entries: readonly (readonly [string, Json | undefined])[]): JsonObject {
  const made: Members = Object.create(null);
  for (const [key, value] of entries) if (value !== undefined) made[key] = value;
  return made;
}

/** A time such as `Mon, 5 Jan 2026 10:00:00 +0100` in the form of the documents; what cannot be read stays as it is. */
function timeOf(text: string | undefined): string | undefined {
  const time = text === undefined ? undefined : parseForeignTime(text);
  return time?.ok === true ? time.text : text;
}

/** The day of a due date, which the tool prints with midnight of some zone. */
const dayOf = (text: string | undefined): string | undefined =>
  timeOf(text?.replace(/\s+\d{1,2}:\d{2}(:\d{2})?(\s*[+-]\d{4}|\s+[A-Z]{1,5})?\s*$/, ""));

/** An account: by its id, else its user name; the tool writes -1 for nobody. */
function personOf(element: XmlElement | undefined): JsonObject | undefined {
  const name = element?.text.trim();
  const id = attributeOf(element, "accountid") ?? attributeOf(element, "username") ?? name;
  if (element === undefined || id === undefined || id === "" || id === "-1") return undefined;
  return objectOf([
    ["accountId", id],
    ["displayName", name === "" ? undefined : name],
  ]);
}

function statusOf(item: XmlElement): JsonObject | undefined {
  const status = child(item, "status");
  const name = status?.text.trim();
  const id = attributeOf(status, "id") ?? name;
  if (id === undefined || id === "") return undefined;
  const key = attributeOf(child(item, "statusCategory"), "key");
  return objectOf([
    ["id", id],
    ["name", name === "" ? undefined : name],
    ["statusCategory", key === undefined ? undefined : objectOf([["key", key]])],
  ]);
}

const secondsOf = (item: XmlElement, name: string): string | undefined => attributeOf(child(item, name), "seconds");

/** Links in the words of the API: one entry a link, told apart by type, direction and the other end. */
function linksOf(item: XmlElement, key: string): Json[] {
  return children(child(item, "issuelinks"), "issuelinktype").flatMap((type) =>
    (["outwardlinks", "inwardlinks"] as const).flatMap((side) =>
      children(type, side).flatMap((group) =>
        children(group, "issuelink").map((link): Json => {
          const other = childText(link, "issuekey") ?? "";
          const name = childText(type, "name") ?? "";
          const words = attributeOf(group, "description") ?? name;
          const [from, to] = side === "outwardlinks" ? [key, other] : [other, key];
          const typeOf = objectOf([
            ["name", name],
            // Of an inward link only the words of its own side stand there.
            ["outward", side === "outwardlinks" ? words : name],
          ]);
          const end = other === "" ? undefined : objectOf([["key", other]]);
          return objectOf([
            ["id", `${from}>${to}:${name}`],
            ["type", typeOf],
            [side === "outwardlinks" ? "outwardIssue" : "inwardIssue", end],
          ]);
        }),
      ),
    ),
  );
}

/** A custom field with its name and values. */
interface CustomField {
  readonly element: XmlElement;
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly values: readonly XmlElement[];
}

const customFieldsOf = (item: XmlElement): CustomField[] =>
  children(child(item, "customfields"), "customfield").map((element) => ({
    element,
    id: attributeOf(element, "id") ?? "",
    key: attributeOf(element, "key") ?? "",
    name: (childText(element, "customfieldname") ?? "").toLowerCase(),
    values: child(element, "customfieldvalues")?.children ?? [],
  }));

/** Custom fields with a place in the model; the others stay with the item. */
function mappedFields(context: JiraContext, item: XmlElement): (readonly [string, Json])[] {
  return customFieldsOf(item).flatMap(({ element, id, key, name, values }): (readonly [string, Json])[] => {
    const first = values[0]?.text.trim();
    if (id === "" || first === undefined || first === "") return [];
    const take = (to: string, value: Json): [string, Json][] => {
      context.draft.moved.set(element, { fate: "mapped", to });
      context.fieldNames.set(id, name);
      return [[id, value]];
    };
    if (name === "story points" || name === "story point estimate") return take("items.estimates", first);
    if (name === "flagged" || key.endsWith(":gh-flagged")) {
      context.fieldNames.set(id, "flagged");
      context.draft.moved.set(element, { fate: "mapped", to: "items.blocked" });
      return [[id, values.map((value) => value.text.trim())]];
    }
    if (name === "sprint" || key.endsWith(":gh-sprint")) {
      const sprints = values.map((value) => {
        const title = value.text.trim();
        return objectOf([
          ["id", attributeOf(value, "id") ?? title],
          ["name", title],
          ["boardId", ""],
        ]);
      });
      return take("timeboxes", sprints);
    }
    return name === "epic link" || key.endsWith(":gh-epic-link") ? take("items.parentId", first) : [];
  });
}

/** The key of the epic an issue belongs to by its custom field. */
const epicOf = (item: XmlElement): string | undefined =>
  customFieldsOf(item)
    .find(({ name, key }) => name === "epic link" || key.endsWith(":gh-epic-link"))
    ?.values[0]?.text.trim();

/** An item of the feed as an issue of the API, so that one mapping holds for both. */
export function issueOf(
  context: JiraContext,
  item: XmlElement,
  key: string,
): { readonly issue: JsonObject; readonly fields: JsonObject } {
  const type = child(item, "type");
  const typeName = type?.text.trim();
  const parent = childText(item, "parent") ?? (epicOf(item) || undefined);
  const project = child(item, "project");
  const labels = children(child(item, "labels"), "label").flatMap((label) => label.text.trim() || []);
  const fields = objectOf([
    ["summary", childText(item, "summary") ?? childText(item, "title")?.replace(/^\[[^\]]+\]\s*/, "")],
    [
      "issuetype",
      typeName === undefined
        ? undefined
        : objectOf([
            ["name", typeName],
            ["subtask", childText(item, "parent") !== undefined && /sub-?task/i.test(typeName)],
          ]),
    ],
    ["status", statusOf(item)],
    ["assignee", personOf(child(item, "assignee"))],
    ["creator", personOf(child(item, "reporter"))],
    ["labels", child(item, "labels") === undefined ? undefined : labels],
    ["created", timeOf(childText(item, "created"))],
    ["updated", timeOf(childText(item, "updated"))],
    ["resolutiondate", timeOf(childText(item, "resolved"))],
    ["duedate", dayOf(childText(item, "due"))],
    ["parent", parent === undefined ? undefined : objectOf([["key", parent]])],
    [
      "project",
      project === undefined
        ? undefined
        : objectOf([
            ["id", attributeOf(project, "id")],
            ["key", attributeOf(project, "key")],
            ["name", project.text.trim() || undefined],
          ]),
    ],
    ["timeoriginalestimate", secondsOf(item, "timeoriginalestimate")],
    ["timeestimate", secondsOf(item, "timeestimate")],
    ["issuelinks", linksOf(item, key)],
    ...mappedFields(context, item),
  ]);
  const issue = objectOf([
    ["id", attributeOf(child(item, "key"), "id") ?? key],
    ["key", key],
    ["self", childText(item, "link")],
    ["fields", fields],
  ]);
  return { issue, fields };
}
