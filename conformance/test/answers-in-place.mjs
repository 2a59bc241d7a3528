// Answers the commands it is given, each as the program would, in the zone and locale this process was started with.
import { main } from "@evenkeel/cli";

const answers = [];
for (const words of JSON.parse(process.argv[2])) {
  const said = { out: "", err: "" };
  const exit = await main(words, {
    cwd: process.cwd(),
    now: () => new Date().toISOString(),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    isTerminal: false,
  });
  answers.push({ exit, ...said });
}
process.stdout.write(JSON.stringify(answers));
