import { formats } from "@evenkeel/interop";
import type { Catalog } from "evenkeel";

/** English texts of the command's own codes, and of those whose remedy is an option of it. */
export const cliTexts: Catalog = {
  "interop/any-unknown-format": {
    message: 'No format was recognised; "{name}" begins with "{found}".',
    remedy: `A table needs a line of headers, or --mapping FILE. Where it is one of these, name it with --from: ${formats.map(({ name }) => name).join(", ")}.`,
  },
  "cli/no-command": {
    message: '"{found}" is not a command.',
    remedy: "evenkeel --help shows the commands there are.",
  },
  "cli/no-file": { message: "No file is named.", remedy: "Name a file, or - for standard input." },
  "cli/no-key": {
    message: "No key for the pseudonyms is named.",
    remedy: "Write a secret of at least 16 characters into a file, keep it, and name it with --key-file FILE.",
  },
  "cli/needs-out": {
    message: "{format} is written to a file only.",
    remedy: "Name a file for it with --out FILE.",
  },
  "cli/unwritable-file": {
    message: 'The file "{file}" cannot be written: {why}.',
    remedy: "Check that its folder is there and that you may write into it.",
  },
  "cli/unreadable-file": {
    message: 'The file "{file}" cannot be read: {why}.',
    remedy: "Check the path and your rights to it.",
  },
  "cli/unknown-pack": {
    message: 'There is neither a pack nor a file "{name}".',
    remedy: "The packs are {known}.",
  },
  "cli/unknown-option": {
    message: 'The option "{found}" is not known to {command}.',
    remedy: "evenkeel {command} --help lists its options.",
  },
  "cli/invalid-value": { message: '"{found}" is not a value of --{option}.', remedy: "Use one of: {expected}." },
  "cli/invalid-mapping": {
    message: '"{file}" holds no mapping.',
    remedy: 'Write {"columns": {"header": "title"}}; the README of @evenkeel/interop lists the fields.',
  },
  "cli/invalid-prior": {
    message: '"{file}" holds no prior of forecasts.',
    remedy: "Let evenkeel backtest HISTORY... --learn FILE write one.",
  },
  "cli/forecasts-only": {
    message: "--{option} is for tests of forecasts only.",
    remedy: "Leave it out, or leave out --of expectation.",
  },
  "cli/two-files": {
    message: "Two files are needed to compare; {found} {found|is|are} given.",
    remedy: "Name the earlier one, then the later one.",
  },
  "cli/no-overlay-place": {
    message: "Answers about standard input or {files} files have no place of their own.",
    remedy: "Name a file for them with --overlay FILE.",
  },
  "cli/no-such-question": {
    message: 'There is no question "{found}".',
    remedy: "Take the ids that `evenkeel interview --format json` prints; the work may have changed since.",
  },
  "cli/no-such-item": { message: 'No item has the id, key or title "{found}".', remedy: "Nearest: {nearest}." },
  "cli/snapshot-times": {
    message: "{found} times are stated for {files} files.",
    remedy: "State one for each file, in the order of the files, parted by commas.",
  },
  "cli/git-failed": {
    message: 'git does not answer in "{path}": {why}.',
    remedy: "Name a folder inside a git repository that has commits.",
  },
};
