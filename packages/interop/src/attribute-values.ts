import { type Draft, warn } from "./draft.js";
import type { XmlElement } from "./xml-tree.js";

/** Readers of the attributes of one format; what cannot be read is an issue of its prefix. */
export interface AttributeValues {
  readonly text: (element: XmlElement, name: string) => string | undefined;
  readonly number: (element: XmlElement, name: string) => number | undefined;
  readonly refuse: (element: XmlElement, name: string, expected: string) => void;
}

/** The value of an attribute; empty counts as absent. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.find(([key]) => key === name)?.[1].trim();
  return value === "" ? undefined : value;
}

/** Readers that give issues `interop/PREFIX-invalid-value`. */
export function attributeValues(draft: Draft, prefix: string): AttributeValues {
  const refuse: AttributeValues["refuse"] = (element, name, expected) => {
    const facts = { field: name, found: (attributeOf(element, name) ?? "").slice(0, 60), expected };
    warn(draft, `${prefix}-invalid-value`, [element.line, element.name, name], [], facts);
  };
  return {
    text: attributeOf,
    number: (element, name) => {
      const text = attributeOf(element, name);
      if (text === undefined) return undefined;
      const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
      if (Number.isFinite(value)) return value;
      refuse(element, name, "number");
      return undefined;
    },
    refuse,
  };
}
