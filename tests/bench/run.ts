// `npm run bench [-- NAME]`: one JSON object a line; every figure is a ratio to a yardstick of the same run.
import { readdirSync } from "node:fs";

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured against, in the same run. */
  readonly yardstick: string;
  readonly ratio: number;
}

const here = import.meta.dirname;
const names = readdirSync(here)
  .filter((f) => f.endsWith(".ts") && f !== "run.ts")
  .map((f) => f.slice(0, -3))
  .sort();
const wanted = process.argv[2];
if (wanted && !names.includes(wanted)) {
  console.error(`There is no bench "${wanted}". There are: ${names.join(", ")}.`);
  process.exit(2);
}
for (const name of wanted ? [wanted] : names) {
  const bench = (await import(`./${name}.ts`)) as { run?: () => Promise<Figure[]> };
  if (!bench.run) continue;
  for (const figure of await bench.run()) console.log(JSON.stringify(figure));
}
process.exit(0);
