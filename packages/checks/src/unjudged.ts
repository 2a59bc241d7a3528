import type { Finding } from "./types.js";

/**
 * What a run could not judge: of checks that did not run, of checks whose data is missing, and of single rows. Silence
 * there means nothing: neither that a waiver is unused nor that a failure is gone.
 */
export function unjudgedIn(
  findings: readonly Finding[],
  ran: Iterable<string> | undefined,
): (covered: { readonly fingerprint?: string; readonly checkId: string }) => boolean {
  const judged = ran === undefined ? undefined : new Set(ran);
  const unknown = findings.filter(({ outcome }) => outcome === "unknown");
  const rows = new Set(unknown.map(({ fingerprint }) => fingerprint));
  const wholes = new Set(unknown.filter(({ subject }) => subject.table === "document").map(({ checkId }) => checkId));
  const some = new Set(unknown.map(({ checkId }) => checkId));
  return ({ fingerprint, checkId }) =>
    judged?.has(checkId) === false ||
    wholes.has(checkId) ||
    (fingerprint === undefined ? some.has(checkId) : rows.has(fingerprint));
}
