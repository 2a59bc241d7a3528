#!/usr/bin/env node
import { InternalError } from "@evenkeel/kernel";
import { main } from "./main.js";

const write = (stream: NodeJS.WriteStream) => (text: string) => {
  stream.write(text);
};

try {
  process.exitCode = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    now: () => new Date().toISOString(),
    out: write(process.stdout),
    err: write(process.stderr),
    isTerminal: process.stderr.isTTY,
  });
} catch (error) {
  if (!(error instanceof InternalError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 70;
}
