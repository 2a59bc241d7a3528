import type { Catalog } from "@evenkeel/kernel";

/** English texts of the codes all checks share. */
export const en: Catalog = {
  "checks/pass": { message: "{check}: {subject} is fine." },
  "checks/unknown": {
    message: "{check} cannot be judged: {missing} is not known.",
    remedy: "Add the missing fields, or import from a source that carries them.",
  },
  "checks/inapplicable": { message: "{check} does not apply." },
  "checks/group-share": {
    message: "{group}, {people} people: {check} was not kept for {share:percent}.",
  },
  "checks/group-share-at-most": {
    message: "{group}, {people} people: {check} was not kept for at most {share:percent}.",
  },
  "checks/group-share-at-least": {
    message: "{group}, {people} people: {check} was not kept for at least {share:percent}.",
  },
  "checks/group-withheld": { message: "{group}: the result of {check} is withheld, to protect the people in it." },
  "checks/checking": { message: "{done} of {total} checks begun." },
  "checks/judging": { message: "{done} {done|row|rows} judged." },
  "checks/waiver-unused": { message: 'Waiver "{id}" covers nothing ({covers}).', remedy: "Remove the waiver." },
  "checks/waiver-expired": {
    message: 'Waiver "{id}" of {by} ended on {expiresOn}; what it covered ({covers}) counts again.',
    remedy: "Settle what it covered and remove the waiver, or grant a new one with a reason and a last day.",
  },
  "checks/waiver-without-reason": {
    message: 'Waiver "{id}" has no reason of at least {needed} characters.',
    remedy: "Say why this failure is accepted.",
  },
  "checks/waiver-without-expiry": {
    message: 'Waiver "{id}" has no last day.',
    remedy: "Say until which day this failure is accepted (expiresOn).",
  },
  "checks/waiver-ends-before-start": {
    message: 'Waiver "{id}" ends on {expiresOn}, before it is granted on {grantedOn}.',
    remedy: "Correct one of the days.",
  },
  "checks/waiver-duplicate": {
    message: 'There is another waiver "{id}".',
    remedy: "Give each waiver an id of its own.",
  },
  "checks/wrong-shape": {
    message: "Found {found}, expected {expected}.",
    remedy: "Write the value in the expected form.",
  },
  "checks/unknown-key": {
    message: 'There is no key "{name}"; the nearest is "{nearest}".',
    remedy: "Correct the key or remove it.",
  },
  "checks/unknown-check": {
    message: 'There is no check "{name}"; the nearest is "{nearest}".',
    remedy: "Correct the id, or add the pack that holds the check.",
  },
  "checks/unknown-param": {
    message: 'There is no param "{name}"; the nearest is "{nearest}".',
    remedy: "Use a param that the check has.",
  },
  "checks/params-on-pattern": {
    message: "Params are set for a pattern of checks.",
    remedy: "Set params by the id of one check.",
  },
  "checks/unknown-severity": {
    message: '"{name}" is no severity; the nearest is "{nearest}".',
    remedy: "Use critical, serious, moderate, minor, info or off.",
  },
  "checks/unknown-preset": {
    message: 'There is no config "{name}" to go on from; the nearest is "{nearest}".',
    remedy: "Correct the name in extends.",
  },
  "checks/unknown-pack": {
    message: 'There is no pack "{name}"; the nearest is "{nearest}".',
    remedy: "Correct the id, or load the pack.",
  },
  "checks/extends-cycle": {
    message: "Configs go on from each other: {cycle:chain}.",
    remedy: "Remove one of these names from extends.",
  },
  "checks/baseline-version": {
    message: "The baseline has format {found}; this program reads {known}.",
    remedy: "Take the baseline again.",
  },
  "checks/pack-version": {
    message: "The pack has format {found}; this program reads {known}.",
    remedy: "Use a pack of that format.",
  },
  "checks/not-one-condition": {
    message: "A predicate needs one condition; this one has: {found}.",
    remedy: "Write one predicate for each condition.",
  },
  "checks/no-citation": {
    message: "The rule names no source.",
    remedy: "Cite the law, guideline, evidence or house rule that it rests on.",
  },
  "checks/requires-nothing": { message: 'Rule "{id}" requires nothing.', remedy: "Add what a row owes." },
  "checks/foreign-check-id": {
    message: 'The id "{id}" does not begin with that of its pack, "{pack}".',
    remedy: "Begin the id with the pack's own.",
  },
  "checks/duplicate-check": { message: 'There is another rule "{id}".', remedy: "Give each rule an id of its own." },
  "checks/unknown-table": {
    message: 'There is no table "{name}"; the nearest is "{nearest}".',
    remedy: "Correct the name of the table.",
  },
  "checks/sarif-version": {
    message: "The log has SARIF version {found}; this program reads {known}.",
    remedy: "Export it as SARIF {known}.",
  },
};
