import { orThrow } from "@evenkeel/kernel";
import { testLaws } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { detectFormat } from "../src/detect-format.js";
import { readGitLog } from "../src/git-log.js";
import { readerLaws } from "../src/testing.js";
import { sum } from "./accounted.js";

const [hashA, hashB, hashC] = ["a", "b", "c"].map((letter) => letter.repeat(40)) as [string, string, string];

const printed = `commit ${hashA} (HEAD -> main, tag: v1, origin/main)
Merge: ${hashC.slice(0, 7)} ${hashB.slice(0, 7)}
Author: Ada Ash <ada@example.org>
Date:   Thu Mar 5 10:00:00 2026 +0100

    Merge branch 'dig'

commit ${hashB}
Author: Bo Birch <bo@example.org>
Date:   Wed Mar 4 10:00:00 2026 +0100

    Dig the basin

    Closes PIER-7.

10\t2\tsrc/{old => new}/pier.ts
-\t-\tmap.png

commit ${hashC}
Author: Bo Birch <bo@example.org>
Date:   Tue Mar 3 10:00:00 2026 -0500

    Begin
`;

const raw = `commit ${hashA}
tree ${hashC}
parent ${hashC}
parent ${hashB}
author Ada Ash <ada@example.org> 1772701200 +0100
committer Ada Ash <ada@example.org> 1772701260 +0100

    Merge branch 'dig'

commit ${hashB}
tree ${hashC}
parent ${hashC}
author Bo Birch <bo@example.org> 1772614800 +0100
committer Bo Birch <bo@example.org> 1772614800 +0100

    Dig the basin
`;

const listed = `abcdef1|Ada Ash|ada@example.org|2026-03-05 10:00:00 +0100|Dig | fill
abcdef2|Bo Birch|bo@example.org|2026-03-04 10:00:00 +0100|Begin
`;

const facts = (text: string) =>
  orThrow(readGitLog(text)).plan.items?.map(({ title, sourceKind, startedAt, finishedAt }) => [
    ...[title, sourceKind, startedAt, finishedAt],
  ]);

describe("logs as git prints them", () => {
  test("each commit is an item where the log does not tell how they hang together", () => {
    expect(facts(printed)).toEqual([
      ["Begin", "commit", undefined, "2026-03-03T15:00:00Z"],
      ["Dig the basin", "commit", undefined, "2026-03-04T09:00:00Z"],
      ["Merge branch 'dig'", "merge", undefined, "2026-03-05T09:00:00Z"],
    ]);
    const { plan, report } = orThrow(readGitLog(printed));
    expect(plan.items?.[1]).toMatchObject({
      body: { text: "Closes PIER-7." },
      customFields: {
        references: ["PIER-7"],
        changes: [
          { path: "map.png", by: "bo@example.org" },
          { path: "src/new/pier.ts", by: "bo@example.org", added: 10, deleted: 2 },
        ],
      },
    });
    expect(report.assumptions.find(({ what }) => what === "mainLine")?.value).toBe("each commit alone");
  });

  test("with the parents of every commit, a merge is an item from the first commit it brought in", () => {
    expect(facts(raw)).toEqual([["Merge branch 'dig'", "merge", "2026-03-04T09:00:00Z", "2026-03-05T09:01:00Z"]]);
  });

  test("decorations do not make it a table, and its lines are all in the account", () => {
    expect(orThrow(detectFormat(printed))).toMatchObject({ format: "git-log", confidence: 1 });
    const { fields } = orThrow(readGitLog(printed)).report;
    // Hash, author, address and date of each; one merge, one list of names, two changes, three subjects, one body.
    expect(sum(fields)).toBe(3 * 4 + 1 + 1 + 2 + 3 + 1);
  });

  test("in a patch, what looks like a message is none", () => {
    const patch = `${printed}\ndiff --git a/x.ts b/x.ts\nindex 1..2 100644\n--- a/x.ts\n+++ b/x.ts\n@@ -1 +1 @@\n     not a message\n`;
    const [begun] = orThrow(readGitLog(patch)).plan.items ?? [];
    expect(begun).toMatchObject({ title: "Begin", customFields: { changes: [{ path: "x.ts" }] } });
    expect(begun?.body).toBeUndefined();
  });
});

describe("lists of commits in a format of one's own", () => {
  test.each([
    ["divided by bars", listed],
    [
      "quoted",
      listed
        .replace(" | ", ", ")
        .replaceAll(/(^|\n)(.+)/g, (_all, before, line) => `${before}"${line.replaceAll("|", '","')}"`),
    ],
    [
      "with seconds",
      listed.replace("2026-03-05 10:00:00 +0100", "1772701200").replace("2026-03-04 10:00:00 +0100", "1772614800"),
    ],
  ])("%s", (_name, text) => {
    expect(orThrow(detectFormat(text)).format).toBe("git-log");
    expect(facts(text)?.map((row) => row[3])).toEqual(["2026-03-04T09:00:00Z", "2026-03-05T09:00:00Z"]);
    expect(orThrow(readGitLog(text)).plan.people?.map(({ name }) => name)).toEqual(["Bo Birch", "Ada Ash"]);
  });

  test("a divider in the subject belongs to it", () => {
    expect(facts(listed)?.[1]?.[0]).toBe("Dig | fill");
  });

  test("changed lines stand below, and a day alone stays a day", () => {
    const text = "--abcdef1--2026-03-05--Ada\n10\t2\tpier.ts\n\n--abcdef2--2026-03-04--Bo\n1\t0\tmap.ts\n";
    const { plan } = orThrow(readGitLog(text));
    expect(plan.items?.map(({ finishedAt }) => finishedAt)).toEqual(["2026-03-04", "2026-03-05"]);
    expect(plan.items?.[1]?.customFields?.["changes"]).toMatchObject([{ path: "pier.ts", by: "ada", added: 10 }]);
    expect(facts("[abcdef1] Ada Ash 2026-03-05 Dig\n")?.[0]).toEqual(["Dig", "commit", undefined, "2026-03-05"]);
  });

  test("a table of other things with numbers is none", () => {
    expect(detectFormat("1200001,2026-03-05,Dig\n1200002,2026-03-04,Fill\n")).not.toMatchObject({
      value: { format: "git-log" },
    });
  });
});

test("a todo.txt of which some lines are only dated or done is one, a zone is no project", () => {
  expect(orThrow(detectFormat("(A) Dig +pier\nx Fill\n2026-03-01 Map\nx (B) Begin\nBuy sand\n")).format).toBe(
    "todo-txt",
  );
  expect(detectFormat("begun 2026-03-05 10:00:00 +0100\nended 2026-03-05 11:00:00 +0100\n").ok).toBe(false);
});

testLaws("broken logs", [...readerLaws("printed by git or listed", readGitLog, [printed, raw, listed])]);

const commit = (hash: string, day: number, subject: string) => [
  `commit ${hash}`,
  "Author: Ada Ash <ada@example.org>",
  `Date:   Mon Mar ${day} 10:00:00 2026 +0100`,
  "",
  `    ${subject}`,
  "",
  "    So:",
  "        indented",
  "",
];
const merged = [
  "commit d4e5f6a1",
  "Merge: a1b2c3d4 c3d4e5f6",
  ...commit("d4e5f6a1", 5, "Merge branch 'pier'").slice(1),
];
const side = commit("c3d4e5f6", 3, "Dig");
const first = commit("a1b2c3d4", 2, "* Survey");

/** A log with the graph git draws beside it. */
const drawn = [
  ...merged.map((line, at) => `${at === 0 ? "*   " : at === 1 ? "|\\  " : "| | "}${line}`),
  ...side.map((line, at) => `${at === 0 ? "| * " : "| | "}${line}`),
  "|/  ",
  ...first.map((line, at) => `${at === 0 ? "* " : "  "}${line}`),
].join("\n");

test("a graph beside a log changes nothing that is read", () => {
  const plain = [...merged, ...side, ...first].join("\n");
  expect(orThrow(detectFormat(drawn))).toMatchObject({ format: "git-log", confidence: 1 });
  const [told, read] = [plain, drawn].map((text) => orThrow(readGitLog(text)));
  expect(read?.plan.items?.map(({ title, body }) => [title, body?.text])).toEqual([
    ["* Survey", "So:\n    indented"],
    ["Dig", "So:\n    indented"],
    ["Merge branch 'pier'", "So:\n    indented"],
  ]);
  expect([read?.plan, read?.history]).toEqual([told?.plan, told?.history]);
});

test("a list of one line a commit is done work of which nobody knows when", () => {
  const text = [
    "*   d4e5f6a (HEAD -> main, origin/main) Merge branch 'pier'",
    "|\\  ",
    "| * c3d4e5f Dig (by hand)",
    "|/  ",
    "* 1234567 (tag: v1) 2 surveys",
  ].join("\n");
  for (const each of [text, text.replace(/^[*|\\/ ]+/gm, "").replaceAll("\n\n", "\n")]) {
    expect(orThrow(detectFormat(each))).toMatchObject({ format: "git-log" });
    const { plan, history, report } = orThrow(readGitLog(each));
    expect(plan.items?.map(({ id, title, stateId, finishedAt }) => [id, title, stateId, finishedAt])).toEqual([
      ["1234567", "2 surveys", "done", undefined],
      ["c3d4e5f", "Dig (by hand)", "done", undefined],
      ["d4e5f6a", "Merge branch 'pier'", "done", undefined],
    ]);
    expect(plan.items?.[2]?.customFields).toMatchObject({ refs: "HEAD -> main, origin/main" });
    expect(history.events).toEqual([]);
    expect(report.issues.map(({ code }) => code)).toContain("interop/git-no-times");
  }
});

test("a line of a commit may state its day and who wrote it", () => {
  const { plan } = orThrow(readGitLog("c3d4e5f 2026-03-03 Dig <Ada>\na1b2c3d 2026-03-02 10:00:00 +0100 Survey\n"));
  expect(plan.items?.map(({ title, finishedAt }) => [title, finishedAt])).toEqual([
    ["Survey", "2026-03-02T09:00:00Z"],
    ["Dig", "2026-03-03"],
  ]);
  expect(plan.people?.map(({ name }) => name)).toEqual(["Ada"]);
});

test("lines that only look like hashes are no log", () => {
  for (const text of ["1234567 apples\n7654321 pears", "defaced walls\nfaceded doors", "a1b2c3d Dig\nFill the basin"]) {
    const detected = detectFormat(text);
    expect(detected.ok && detected.value.format).not.toBe("git-log");
  }
});
