import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runIn } from "./run-in.js";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-work-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const work = {
  format: "evenkeel",
  formatVersion: 1,
  plan: {
    formatVersion: 1,
    people: [
      { id: "ana", name: "Ana Ruiz" },
      { id: "ben", name: "Ben Okafor" },
    ],
    teams: [{ id: "crew", name: "Crew", members: [{ personId: "ben" }] }],
    outcomes: [{ id: "quiet", title: "Guests sleep", why: "They come back", ownerId: "ana" }],
    items: [
      {
        id: "A",
        title: "Hang the doors",
        kind: "task",
        outcomeIds: ["quiet"],
        acceptanceCriteria: [{ text: "They close", observable: "state" }],
      },
      {
        id: "B",
        title: "Paint the walls",
        kind: "task",
        outcomeIds: ["quiet"],
        blocked: true,
        blockedReason: "no paint",
      },
      { id: "C", title: "Sweep", kind: "task", outcomeIds: ["quiet"] },
    ],
    dependencies: [{ id: "d", predecessorId: "B", successorId: "C", type: "FS" }],
    assignments: [{ id: "a", itemId: "A", personId: "ben", role: "responsible" }],
    commitments: [{ id: "c", byId: "ben", what: "Doors hung", due: "2026-05-08" }],
  },
  history: {
    formatVersion: 1,
    events: [
      {
        id: "1",
        at: "2026-05-05T08:00:00Z",
        subject: { table: "items", id: "B" },
        source: "exact",
        actor: "ana",
        type: "blocked",
        reason: "no paint",
      },
    ],
  },
  records: { formatVersion: 1 },
};
const file = (name: string): string => join(folder, name);
const save = (name: string, value: unknown): void => writeFileSync(file(name), JSON.stringify(value));
beforeAll(() => {
  save("work.json", work);
  save("later.json", {
    ...work,
    plan: {
      ...work.plan,
      items: [{ ...work.plan.items[0], title: "Hang all doors" }, ...work.plan.items.slice(1, 2)],
      dependencies: [],
    },
  });
});

const run = (...words: string[]) => runIn(folder, "2026-05-10T00:00:00Z", words);
const json = async (...words: string[]) => JSON.parse((await run(...words, "--format", "json")).out);

describe("next and duties", () => {
  test("say what to do, what is stuck and what to free first", async () => {
    const { exit, out } = await run("next", "work.json");
    expect([exit, out]).toEqual([0, expect.stringContaining('1. Start "Hang the doors"')]);
    expect(out).toContain('- "Paint the walls" is blocked since 2026-05-05: no paint');
    expect(out).toContain('- Unblock "Paint the walls": frees 2 items');
    expect((await json("next", "work.json", "--most", "1", "--policy", "oldestFirst")).next).toHaveLength(1);
    expect((await run("next", "work.json", "--policy", "loudest")).err).toContain("cli/invalid-value");
  });

  test("list a person's or a team's duties, as text, JSON and a calendar", async () => {
    expect((await run("duties", "work.json")).out).toBe(
      '- "Doors hung" was promised for 2026-05-08. (Ben Okafor, by 2026-05-08, late)\n',
    );
    expect((await run("duties", "work.json", "--person", "Ana Ruiz")).out).toBe("Nothing is owed.\n");
    expect((await json("duties", "work.json", "--team", "Crew")).duties[0]).toMatchObject({
      kind: "renegotiate",
      command: { type: "resolve", commitment: "c" },
    });
    expect((await run("duties", "work.json", "--format", "ical")).out).toContain("BEGIN:VTODO");
  });
});

describe("log and diff", () => {
  test("tell what happened, and what differs, in words", async () => {
    expect((await run("log", "work.json")).out).toBe(
      '2026-05-05 08:00  Ana Ruiz: "Paint the walls" is blocked: no paint\n',
    );
    expect((await run("log", "work.json", "--item", "doors")).out).toBe("Nothing is recorded.\n");
    expect((await json("log", "work.json")).quality).toMatchObject({ events: 1, late: 0 });
    expect((await run("log", "work.json", "--since", "soon")).exit).toBe(2);
    expect((await run("diff", "work.json", "later.json")).out).toBe(
      '- "Hang all doors" (items): title from Hang the doors to Hang all doors.\n- "Sweep" (items) is gone.\n- "d" (dependencies) is gone.\n',
    );
    expect((await run("diff", "work.json", "work.json")).out).toBe("The plans say the same.\n");
    expect((await run("diff", "work.json")).err).toContain("cli/two-files");
  });
});

describe("the interview", () => {
  test("asks, keeps answers beside the file, writes the plan with its history, and has fewer questions then", async () => {
    const { questions } = await json("interview", "work.json");
    const acceptance = questions.find(({ id }: { id: string }) => id.startsWith("clarity/ask-acceptance"));
    save("answers.json", { [acceptance.id]: { criterion: "Two coats dry", observable: "state" } });
    const { exit, out } = await run(
      "interview",
      "work.json",
      "--answers",
      "answers.json",
      "--out",
      "clear.json",
      "--person",
      "ana",
    );
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(/^1 answered, written to work\.json\.overlay\.json and clear\.json; \d+ open\.\n$/),
    ]);
    const { plan, history } = JSON.parse(readFileSync(file("clear.json"), "utf8"));
    expect(
      plan.items.flatMap(({ acceptanceCriteria }: { acceptanceCriteria?: object[] }) => acceptanceCriteria ?? []),
    ).toContainEqual({ text: "Two coats dry", observable: "state" });
    expect(history.events.at(-1)).toMatchObject({ type: "changed", actor: "ana" });
    expect((await json("interview", "clear.json")).questions.length).toBeLessThan(questions.length);
    expect((await json("interview", "work.json")).questions.length).toBeLessThan(questions.length);
    rmSync(file("work.json.overlay.json"));
  });

  test("refuses answers to no question and values of the wrong kind, all at once", async () => {
    save("wrong.json", { nothing: {}, "clarity/ask-acceptance|items|B": { criterion: 7 } });
    const { exit, err } = await run("interview", "work.json", "--answers", "wrong.json");
    expect(exit).toBe(2);
    expect(err).toContain("cli/no-such-question");
    save("none.json", {});
    const two = await run("interview", "work.json", "work.json", "--answers", "none.json");
    expect([two.exit, two.err]).toEqual([2, expect.stringContaining("cli/no-overlay-place")]);
    expect((await run("interview", "work.json", "--answers", "missing.json")).err).toContain("cli/unreadable-file");
  });
});

describe("check with settings", () => {
  test("runs the packs named, and says so when there is no such pack", async () => {
    const { findings, ran } = await json("check", "work.json", "--pack", "completion");
    expect(findings.length).toBeGreaterThan(0);
    expect(
      [...findings.map(({ checkId }: { checkId: string }) => checkId), ...ran].every((id: string) =>
        id.startsWith("completion/"),
      ),
    ).toBe(true);
    expect((await run("check", "work.json", "--pack", "clearness")).err).toContain("checks/unknown-pack");
  });

  test("reads the config that stands in the folder, with what it extends", async () => {
    save("team.json", { checks: { "completion/item-blocked": { params: { allowedDays: 9 } } } });
    save("evenkeel.config.json", {
      extends: "./team.json",
      checks: { "clarity/*": "off", "coordination/*": "off", "effectiveness/*": "off" },
    });
    const { findings } = await json("check", "work.json");
    rmSync(file("evenkeel.config.json"));
    const failed = findings
      .filter(({ outcome }: { outcome: string }) => outcome === "fail")
      .map(({ checkId }: { checkId: string }) => checkId);
    expect(failed).toContain("completion/promise-overdue");
    expect(failed).not.toContain("completion/item-blocked");
    writeFileSync(
      file("own.mjs"),
      'export default { checks: { "completion/*": "off", "completion/nonsense": "off" } };',
    );
    expect((await run("check", "work.json", "--config", "own.mjs")).err).toContain("checks/unknown-check");
  });

  test("a review is set by the same config as a check", async () => {
    save("quiet.json", { checks: { "completion/*": "off" } });
    const failures = async (...words: string[]): Promise<string[]> =>
      (await json("review", "work.json", ...words)).findings.map(({ checkId }: { checkId: string }) => checkId);
    const isOfCompletion = (id: string): boolean => id.startsWith("completion/");
    expect((await failures()).some(isOfCompletion)).toBe(true);
    const quiet = await failures("--config", "quiet.json");
    expect([quiet.length > 0, quiet.some(isOfCompletion)]).toEqual([true, false]);
  });

  test("counts only what is not in the baseline, in text, JSON and SARIF", async () => {
    expect((await run("check", "work.json", "--write-baseline", "known.json", "--fail-on", "minor")).exit).toBe(1);
    const again = await run("check", "work.json", "--baseline", "known.json", "--fail-on", "minor");
    expect([again.exit, again.out]).toEqual([0, expect.stringContaining("Beside the baseline:")]);
    const later = await run("check", "later.json", "--baseline", "known.json", "--format", "sarif");
    const states = JSON.parse(later.out).runs[0].results.map(
      ({ baselineState }: { baselineState: string }) => baselineState,
    );
    expect(new Set(states)).toEqual(new Set(["unchanged", "absent"]));
  });

  test("runs house rules beside its own, with their words", async () => {
    save("house.json", {
      formatVersion: 1,
      id: "acme",
      title: "Acme",
      version: "1.0.0",
      checks: [
        {
          id: "acme/label",
          version: "1.0.0",
          kind: "guideline",
          citation: [{ title: "Acme handbook" }],
          table: "items",
          require: [{ field: "labels", countBetween: [1, 3] }],
          message: "{subject} wears no label.",
          remedy: "Label it.",
        },
      ],
    });
    const { exit, out } = await run(
      "check",
      "work.json",
      "--rules",
      "house.json",
      "--pack",
      "acme",
      "--fail-on",
      "moderate",
    );
    expect([exit, out]).toEqual([1, expect.stringContaining("A wears no label.")]);
  });
});

describe("answers about sources", () => {
  test("stand in the config by file, and are told as answered; misspelt ones are refused by place", async () => {
    writeFileSync(file("list.csv"), "title,status\nDig,Parked\nFill,Open\n");
    save("evenkeel.config.json", { sources: { "*": { zone: "UTC" }, "list.csv": { states: { Parked: "waiting" } } } });
    const { out } = await run("review", "list.csv");
    expect(out).toContain("As answered: what states mean: Parked: waiting; time zone: UTC.");
    expect(out).toContain(
      "What this export cannot tell\n- How long work waits in each state cannot be told: it holds no moves.",
    );
    save("team.json", { sources: { "list.csv": { states: { Parked: "active", Open: "done" } } } });
    save("own.json", { extends: "./team.json", sources: { "list.csv": { states: { Parked: "waiting" } } } });
    expect((await run("review", "list.csv", "--config", "own.json")).out).toContain(
      "As answered: what states mean: Parked: waiting, Open: done.",
    );
    save("evenkeel.config.json", { sources: { "list.csv": { states: { Parked: "asleep" } } } });
    const { exit, err } = await run("review", "list.csv");
    rmSync(file("evenkeel.config.json"));
    expect([exit, err]).toEqual([2, expect.stringContaining("interop/answer-invalid")]);
  });
});

describe("log of successive exports", () => {
  const at = "2026-05-01T08:00:00Z,2026-05-08T08:00:00Z";

  test("tells what happened between files, and writes it for the other commands", async () => {
    writeFileSync(file("a.md"), "- [ ] Dig\n");
    writeFileSync(file("b.md"), "- [/] Dig\n- [ ] Fill\n");
    const { exit, out } = await run(
      "log",
      "--snapshots",
      "b.md",
      "a.md",
      "--at",
      at.split(",").reverse().join(","),
      "--out",
      "both.json",
    );
    expect([exit, out]).toEqual([0, expect.stringContaining("2 exports, each of the time as stated")]);
    const { events } = await json("log", "both.json");
    expect(events.map(({ type, source }: { type: string; source: string }) => [type, source])).toContainEqual([
      "stateChanged",
      "inferred",
    ]);
    expect((await run("log", "--snapshots", "a.md", "--at", at)).err).toContain("cli/snapshot-times");
  });

  test("takes the latest by its time, whatever its offset", async () => {
    // The second is two hours later than the first, though its text stands before it.
    const times = "2026-05-08T01:00:00+09:00,2026-05-07T18:00:00Z";
    await run("log", "--snapshots", "a.md", "b.md", "--at", times, "--out", "latest.json");
    expect(JSON.parse(readFileSync(file("latest.json"), "utf8")).report.counts.read).toBe(2);
  });

  test("tells what happened between the versions git holds of a file", async () => {
    const git = (...words: string[]): void => {
      const who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false"];
      execFileSync("git", [...who, ...words], {
        cwd: file("repo"),
        env: { ...process.env, GIT_COMMITTER_DATE: dates.shift() },
      });
    };
    const dates = ["", "", "2026-05-01T08:00:00Z", "", "2026-05-02T08:00:00Z"];
    mkdirSync(file("repo"));
    git("init", "-q");
    for (const mark of [" ", "x"]) {
      writeFileSync(join(file("repo"), "plan.md"), `- [${mark}] Dig\n`);
      git("add", "plan.md");
      git("commit", "-qm", "Plan");
    }
    const { events } = await json("log", "--versions", "repo/plan.md");
    expect(events.map(({ type, at: when }: { type: string; at: string }) => [type, when])).toEqual([
      ["stateChanged", "2026-05-02T08:00:00Z"],
    ]);
    expect((await run("log", "--versions", "repo/none.md")).err).toContain("cli/git-failed");
    expect((await run("log", "--versions", "repo/plan.md", "--limit", "bytes=3")).err).toContain(
      "interop/any-too-large",
    );
  });
});

describe("several files merged by rules", () => {
  test("are one plan in which the same work is one item", async () => {
    writeFileSync(file("list.md"), "- [ ] hang the doors due:2026-05-20\n- [ ] Oil the hinges\n");
    save("rules.json", { joins: [{ by: "title" }] });
    await run("convert", "work.json", "list.md", "--merge", "rules.json", "--out", "merged.json");
    const { items } = JSON.parse(readFileSync(file("merged.json"), "utf8")).plan as {
      items: { id: string; dueDate?: string }[];
    };
    expect(items.map(({ id, dueDate }) => [id, dueDate]).slice(0, 3)).toEqual([
      ["A", "2026-05-20"],
      ["B", undefined],
      ["C", undefined],
    ]);
    expect(items).toHaveLength(4);
    save("rules.json", { joins: [{ by: "likeness" }] });
    expect((await run("review", "work.json", "list.md", "--merge", "rules.json")).err).toContain(
      "interop/merge-invalid-rule",
    );
  });
});
