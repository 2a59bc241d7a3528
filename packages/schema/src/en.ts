import type { Catalog } from "@evenkeel/kernel";

/** English texts of the codes of the schemas. */
export const en: Catalog = {
  "schema/no-format-version": {
    message: "The document has no whole number as formatVersion; expected {expected}.",
    remedy: "Add formatVersion.",
  },
  "schema/newer-format": {
    message: "The document has format version {found}; this program reads up to {expected}.",
    remedy: "Update Evenkeel.",
  },
  "schema/no-migration": {
    message: "No step leads from format version {found} to {expected}.",
    remedy: "Open it with the release that wrote it and save it again.",
  },
  "schema/unknown-field": {
    message: 'The field "{field}" is not part of the document.',
    remedy: "Correct its name, or move it to customFields.",
  },
  "schema/kept-as-extension": {
    message: 'The field "{field}" is not part of the document; it is kept under extensions.',
    remedy: "Nothing has to be done; map it if a check or engine should read it.",
  },
  "schema/wrong-type": {
    message: "The value does not have the expected form: {expected}.",
    remedy: "Correct the value at the path shown.",
  },
};
