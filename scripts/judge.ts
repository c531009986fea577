import { once } from "node:events";
import { createInterface } from "node:readline";
import { judgeLine } from "./judge-line.ts";

const USAGE = `npm run --silent judge < pairs.jsonl > judged.jsonl
  a line: {"id", "reference": TRACK, "take": TRACK, "tempo": {"bpm", "firstBeat"} | null, "mirror": boolean, "seated"?: boolean}
  TRACK: {"fps" (or "times": [seconds]), "frames": [[x, y, confidence of each of the 17 COCO keypoints]]}
`;

if (process.argv.slice(2).some((word) => word === "--help" || word === "-h")) {
  process.stdout.write(USAGE);
  process.exit(0);
}

/** JSON Lines in, JSON Lines out, in the same order; exit 1 at the end where any line was bad. */
let bad = false;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === "") continue;
  const answer = judgeLine(line);
  bad ||= "problem" in answer;
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, "drain");
}
process.exitCode = bad ? 1 : 0;
