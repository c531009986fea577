// One real video imported as the routine, another danced before the camera: against standing still and another exercise.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openBenchPage } from "./page/serve.ts";
import type { Figure } from "./run.ts";

const FILES = join(import.meta.dirname, "../../../shared/video");
const file = (name: string) => join(FILES, `${name}.mp4`);
const [ROUTINE, DANCED, OTHER] = ["excerceo_jumpingjack_user6", "excerceo_jumpingjack_base", "tfjs-models_pose_squats"];
/** Two counts to a jumping jack. */
const TEMPO = { bpm: 112.5, firstBeat: 0 };

export async function run(): Promise<Figure[]> {
  if (![ROUTINE, DANCED, OTHER].every((name) => existsSync(file(name)))) return [];
  const bytes = (name: string) => readFileSync(file(name)).toString("base64");
  const { page, close } = await openBenchPage("/dev/null");
  try {
    const { points } = await page.evaluate(([routine, tempo, dances]) => bench.dancedAgainst(routine, tempo, dances), [
      bytes(ROUTINE),
      TEMPO,
      [
        { name: "danced", bytes: bytes(DANCED) },
        { name: "still", bytes: bytes(DANCED), hold: true },
        { name: "squats", bytes: bytes(OTHER) },
        { name: "itself", bytes: bytes(ROUTINE) },
      ],
    ] as const);
    const { danced = 0, still = 0, squats = 0, itself = 0 } = points;
    return [
      {
        name: "imported",
        value: danced,
        unit: "points of 100",
        yardstick: `standing still ${still}, squats ${squats}; the routine's own video ${itself}`,
        ratio: Math.round((danced / Math.max(1, still, squats)) * 100) / 100,
      },
    ];
  } finally {
    await close();
  }
}
