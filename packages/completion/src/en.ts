import type { Catalog } from "@evenkeel/kernel";

/** English texts of the completion checks, the pull policies and the duties. */
export const en: Catalog = {
  "completion/item-blocked": {
    message: '"{title}" is blocked{dated| for|} {days} {days|day|days}. {reason}',
    remedy: "Ask today what unblocks it, and who.",
  },
  "completion/item-ageing": {
    message: '"{title}" is {days} {days|day|days} in progress; {expected} is what the team expects.',
    remedy: "Finish it before starting anything, split it, or stop it.",
  },
  "completion/promise-overdue": {
    message: '"{what}" was promised for {due}; that is {days} {days|day|days} ago.',
    remedy: "Say today whether it is met; else agree on a new date or withdraw it.",
  },
  "completion/wip-limit": {
    message: '"{state}" holds {count} {count|item|items}; its limit is {limit}.',
    remedy: "Finish or move an item before pulling another.",
  },
  "completion/next-started": { message: 'Finish "{title}": it is started and nothing holds it.' },
  "completion/next-expedite": { message: 'Start "{title}": it goes before everything else.' },
  "completion/next-due": { message: 'Start "{title}": it is due {due}.' },
  "completion/next-ranked": { message: 'Start "{title}": it is next in the order agreed.' },
  "completion/next-oldest": { message: 'Start "{title}": it has waited longest (since {since}).' },
  "completion/next-delay": { message: 'Start "{title}": each day of work on it saves {rate} {unit} a week.' },
  "completion/next-slack": { message: 'Start "{title}": {days} {days|day|days} of slack are left.' },
  "completion/stale-work": {
    message: 'Nothing has happened to "{title}" for {days} {days|day|days}.',
    remedy: "Ask what it waits for; finish it, hand it over or put it back.",
  },
  "completion/done-not-accepted": {
    message: '"{title}" has been called done for {days} {days|day|days}, and nobody has accepted it.',
    remedy: "Show it to whoever asked for it, against its criteria.",
  },
  "completion/outcome-not-measured": {
    message: 'Nobody has measured "{title}" ({why}).',
    remedy: "Take the reading, and say what it means for the goal.",
  },
  "completion/duty-accept-handoff": {
    message: 'Accept "{what}", or say what is missing.',
    remedy: "Accept or return the handoff.",
  },
  "completion/duty-offer-handoff": { message: 'Offer "{what}" for "{to}": it is done.', remedy: "Offer the handoff." },
  "completion/duty-offer-again": {
    message: 'Mend "{what}" and offer it again for "{to}".',
    remedy: "Agree on what was missing, then offer the handoff again.",
  },
  "completion/duty-acknowledge": {
    message: 'Say whether you take "{title}", which {by} gave you.',
    remedy: "Acknowledge it, or ask.",
  },
  "completion/duty-answer": { message: 'Answer about "{title}": {question}', remedy: "Clarify what is expected." },
  "completion/duty-decide": {
    message: "Decide: {question} ({blocked} {blocked|item waits|items wait}).",
    remedy: "Record the decision.",
  },
  "completion/duty-keep-promise": { message: '"{what}" is promised for {due}.', remedy: "Say so when it is met." },
  "completion/duty-renegotiate": {
    message: '"{what}" is promised for {due}, and that is in doubt.',
    remedy: "Agree on a new date, or on less, before the day.",
  },
  "completion/duty-promise-late": {
    message: '"{what}" was promised for {due}.',
    remedy: "Say whether it is met; else agree on a new date or withdraw it.",
  },
  "completion/duty-accept-result": {
    message: 'Accept "{title}", or say what is missing.',
    remedy: "Check it against its criteria.",
  },
  "completion/duty-take-reading": {
    message: 'Measure "{title}": {metric}',
    remedy: "Record the reading.",
  },
};
