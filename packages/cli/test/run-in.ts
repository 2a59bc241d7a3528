import { type Io, main } from "../src/index.js";

/** What a run of the program printed, and how it ended. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in a folder at an instant, as from a pipe. */
export async function runIn(cwd: string, now: string, words: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    cwd,
    now: () => now,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    isTerminal: false,
  };
  const exit = await main([...words], io);
  return { exit, out: out.join(""), err: err.join("") };
}
