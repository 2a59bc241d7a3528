import type { Catalog } from "@evenkeel/kernel";

/** English texts of the completion checks and of the pull policy. */
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
};
