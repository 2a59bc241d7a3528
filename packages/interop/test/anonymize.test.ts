import { createHmac } from "node:crypto";
import { orThrow } from "@evenkeel/kernel";
import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyedHash } from "../src/anonymize/sha256.js";
import { anonymize } from "../src/anonymize.js";
import { readMappedCsv } from "../src/mapped-csv.js";
import { anonymizeLaws } from "../src/testing/anonymize-laws.js";

testLaws("pseudonyms", anonymizeLaws());

test("the keyed hash is that of the runtime", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (key, text) => {
      expect(Buffer.from(keyedHash(key)(text)).toString("hex")).toBe(
        createHmac("sha256", key).update(text).digest("hex"),
      );
    }),
  );
});

describe("a table", () => {
  const read = orThrow(readMappedCsv("id,title,owner,due,labels,Client\n1,Buy Acme,Ada,2026-05-04,acme;core,Acme\n"));
  const options = { key: "correct horse battery", shiftWeeks: -52 };

  test("keeps what is listed, and nothing else", () => {
    const { plan } = orThrow(anonymize(read, { ...options, keep: ["items.labels", "items.customFields.Client"] }));
    expect(plan.items?.[0]).toMatchObject({
      labels: ["acme", "core"],
      customFields: { Client: "Acme" },
      dueDate: "2025-05-05",
    });
    expect(orThrow(anonymize(read, options)).plan.items?.[0]?.customFields).toBeUndefined();
  });

  test("moves dates by multiples of 52 weeks where no shift is given", () => {
    const due = orThrow(anonymize(read, { key: options.key })).plan.items?.[0]?.dueDate ?? "";
    const days = (Date.parse("2026-05-04") - Date.parse(due)) / 86_400_000;
    expect([days % 364, days > 0]).toEqual([0, true]);
  });

  test("has a report that holds no text of the file", () => {
    expect(orThrow(anonymize(read, options)).report).toMatchObject({ fields: [], assumptions: [], issues: [] });
  });
});
