// Which files of a part are there as they were used, by their hashes.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run.mjs";

const { datasets } = JSON.parse(readFileSync(join(root, "bench", "datasets.json"), "utf8"));
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

function stateOf(file, from) {
  const path = join(from, file.path);
  if (!existsSync(path)) return "missing";
  return createHash("sha256").update(readFileSync(path)).digest("hex") === file.sha256 ? "same" : "changed";
}

/** Counts of the files of a part, and in words what is missing or changed and where it can be had. */
export function differences(part, from) {
  const found = datasets
    .filter((each) => each.part === part)
    .map(({ name, address, files }) => ({
      name,
      address,
      files: files.map((file) => ({ path: file.path, state: stateOf(file, from) })),
    }));
  const all = found.flatMap(({ files }) => files);
  const count = (state) => all.filter((file) => file.state === state).length;
  const lines = found.flatMap(({ name, address, files }) => {
    const other = files.filter(({ state }) => state !== "same");
    if (other.length === 0) return [];
    return [`${name} (${address}):\n`, ...other.map(({ path, state }) => `  ${state}  ${path}\n`)];
  });
  const [missing, changed] = [count("missing"), count("changed")];
  const end =
    missing === all.length
      ? `None of the ${counted(all.length, "file")} is in ${from}. bench/datasets.json says where they come from.\n`
      : missing + changed > 0
        ? `Of ${counted(all.length, "file")} ${missing} missing and ${changed} changed: the tables below are those of what is there.\n`
        : `All ${counted(all.length, "file")} are as they were used.\n`;
  return { known: all.length, missing, changed, text: `${lines.join("")}${end}` };
}
