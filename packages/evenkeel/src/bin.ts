#!/usr/bin/env node
// `npx evenkeel` without the command line installed: forwards to it, or says what to install.
const cli = "@evenkeel/cli/bin";
try {
  await import(cli);
} catch {
  process.stderr.write(
    "The command line is a package of its own: npm install --save-dev @evenkeel/cli, then run evenkeel again.\n",
  );
  process.exitCode = 2;
}
