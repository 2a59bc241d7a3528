import { type Owner, owners, type UserField } from "../primavera/user-fields.js";
import { children, childText, type XmlElement } from "../xml-tree.js";

type Place = Pick<UserField, "table" | "id">;

/** Elements that can have fields of one's own, and the rows they became. */
const ownerOf = new Map<string, Owner>([
  ["Activity", owners.activity],
  ["WBS", owners.breakdown],
  ["Project", owners.project],
  ["Resource", owners.resource],
  ["ResourceAssignment", owners.assignment],
]);

const valueNames = [
  ...["Text", "Double", "Integer", "Cost", "StartDate", "FinishDate", "Indicator", "CodeValue", "Description"],
  ...["UDFText", "UDFNumber", "UDFDate"],
];

/** The user-defined fields of a file: within the elements they belong to, or as objects of their own that name them. */
export function userFieldsOf(root: XmlElement): UserField[] {
  const labels = new Map(
    children(root, "UDFType").map((type) => [childText(type, "ObjectId"), childText(type, "Title")]),
  );
  const shownIn = (field: XmlElement) =>
    valueNames.map((name) => childText(field, name)).find((text) => text !== undefined);
  const fieldsAt = (places: readonly Place[], field: XmlElement): UserField[] => {
    const type = childText(field, "TypeObjectId") ?? childText(field, "UDFTypeObjectId");
    const [label, value] = [labels.get(type) ?? childText(field, "UDFTypeTitle"), shownIn(field)];
    return label === undefined || value === undefined ? [] : places.map((place) => ({ ...place, label, value }));
  };
  const inside = (element: XmlElement): UserField[] => {
    const id = childText(element, "ObjectId");
    const owner = ownerOf.get(element.name);
    if (id === undefined || owner === undefined) return [];
    return children(element, "UDF").flatMap((field) => fieldsAt(owner(id), field));
  };
  const beside = (element: XmlElement): UserField[] =>
    children(element, "UDFValue").flatMap((field) => {
      const owner = ownerOf.get(childText(field, "UDFTypeSubjectArea") ?? "");
      const id = childText(field, "ForeignObjectId");
      return owner === undefined || id === undefined ? [] : fieldsAt(owner(id), field);
    });
  const projects = children(root, "Project");
  return [
    ...root.children.flatMap(inside),
    ...projects.flatMap((project) => project.children.flatMap(inside)),
    ...[root, ...projects].flatMap(beside),
  ];
}
