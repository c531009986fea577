import { once } from "node:events";
import { createInterface } from "node:readline";
import { judgeLine } from "./judge-line.ts";

/** JSON Lines in, JSON Lines out, in the same order; exit 1 at the end where any line was bad. */
let bad = false;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === "") continue;
  const answer = judgeLine(line);
  bad ||= "problem" in answer;
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, "drain");
}
process.exitCode = bad ? 1 : 0;
