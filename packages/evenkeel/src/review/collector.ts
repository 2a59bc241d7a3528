import type { Facts, Issue, Message, Result } from "@evenkeel/kernel";

/** Gathers why measures are not available, and faults met on the way. */
export class Collector {
  readonly unavailable: Message[] = [];
  readonly issues: Issue[] = [];

  /** The value of a measure, or undefined with its reasons kept. */
  take<T>(measure: string, result: Result<T>): T | undefined {
    if (result.ok) {
      this.issues.push(...result.issues);
      return result.value;
    }
    this.unavailable.push(
      ...result.issues.map(({ code, facts }) =>
        code.endsWith("/sample-too-small")
          ? { code: "evenkeel/too-little-recorded", facts: { ...facts, measure } }
          : { code, facts: { ...facts, measure } },
      ),
    );
    return undefined;
  }

  /** Notes why a measure cannot be taken. */
  miss(code: string, facts: Facts): void {
    this.unavailable.push({ code, facts });
  }
}
