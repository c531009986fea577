// A real video brought in as the routine on the import page, published, and danced through webcam and stage: by somebody
// else who does the same, by the same standing still, and by somebody who squats.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { decodeChoreography } from "#dance/choreo/file.ts";
import { numberedFilm, picturesOf } from "../fixtures/film-numbers.ts";
import { tapAtFrame } from "../journey/beat.ts";
import { newcomer, openBrowser, openHouse } from "../journey/house.ts";
import type { Figure } from "./run.ts";

const FILES = join(import.meta.dirname, "../../../shared/video");
const ROUTINE = join(FILES, "excerceo_jumpingjack_user6.mp4");
const JACK = join(FILES, "excerceo_jumpingjack_base.mjpeg");
const SQUATS = join(FILES, "tfjs-models_pose_squats.mjpeg");
/** Two counts to a jumping jack; the video begins with one. */
const BPM = 112.5;
const JACK_SECONDS = 120 / BPM;
/** Frames of the camera in which the dancer stands ready, and those danced; the camera shows 30 a second. */
const [READY, DANCED] = [150, 240];
/** The frame at whose showing four counts lead to the first. */
const TAP = READY - Math.round((4 * 60 * 30) / BPM);
const START = ".st-ready .btn.go";

type Dance = "jumping jacks" | "still" | "squats";

/** Which picture is shown when, over and over where the clip is short; jacks `late` seconds into one when counts begin. */
function filmOf(dance: Dance, late: number, path: string): Promise<string> {
  const pictures = picturesOf(dance === "squats" ? SQUATS : JACK);
  const first = dance === "jumping jacks" ? Math.round((late / JACK_SECONDS) * pictures.length) : 0;
  const order = Array.from({ length: READY + DANCED }, (_, i) =>
    dance === "still" ? 0 : (first + Math.max(0, i - READY)) % pictures.length,
  );
  return numberedFilm(path, pictures, order);
}

/** Brings the routine's video in, says its tempo, and publishes it for everyone; where it is danced, and from what on. */
async function publish(page: Page) {
  await page.goto(`/studio/import/${crypto.randomUUID()}`);
  await page.locator("input[type=file]").setInputFiles(ROUTINE);
  await page.waitForURL(/\/studio\/[0-9a-f-]{36}$/, { timeout: 180_000 });
  await page.getByRole("button", { name: /^First 1/ }).click(); // the sound of the room suggests some tempo
  await page.getByLabel("Beats a minute").fill(String(BPM));
  await page.getByLabel("Beats a minute").press("Enter");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("Everyone", { exact: true }).click();
  await sheet.getByRole("button", { name: "Publish", exact: true }).click();
  const address = await sheet.getByRole("link", { name: "Dance it" }).getAttribute("href");
  const { choreographies } = await (
    await page.request.get(`/api${String(address).replace("/dance/", "/routines/")}`)
  ).json();
  const file = await (await page.request.get(`/api/choreographies/${choreographies[0].version}/file`)).body();
  const routine = decodeChoreography(new Uint8Array(file));
  if (!routine.ok) throw new Error(routine.problem.message);
  const { tempo, recording } = routine.value;
  return { stage: `${address}/all/stage`, late: (tempo.firstBeat - (recording?.starts ?? 0)) % JACK_SECONDS };
}

/** Points of 100 on the result page. */
async function dance(page: Page, stage: string): Promise<number> {
  await page.goto(stage);
  await page.getByRole("button", { name: "Dance to the metronome" }).click(); // the routine's own sound stayed behind
  await page.getByRole("button", { name: "Go on" }).click();
  await page.locator(START).waitFor({ timeout: 90_000 });
  await tapAtFrame(page, START, TAP);
  await page.waitForURL(/\/takes\//, { timeout: 90_000 });
  await page.locator("text=/Judged|judged/").first().waitFor();
  return Number((await page.locator(".score.num").textContent())?.match(/\d+\.\d/)?.[0]);
}

export async function run(): Promise<Figure[]> {
  if (![ROUTINE, JACK, SQUATS].every((file) => existsSync(file))) return [];
  const folder = mkdtempSync(join(tmpdir(), "eightcount-jack-"));
  const house = await openHouse();
  const points: Record<Dance, number> = { "jumping jacks": 0, still: 0, squats: 0 };
  try {
    const studio = await openBrowser("/dev/null");
    const { stage, late } = await publish(await newcomer(studio, house.url));
    await studio.close();
    for (const name of ["jumping jacks", "still", "squats"] as const) {
      const browser = await openBrowser(await filmOf(name, late, join(folder, `${name}.mjpeg`)));
      points[name] = await dance(await newcomer(browser, house.url), stage);
      await browser.close();
    }
  } finally {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const { "jumping jacks": danced, still, squats } = points;
  return [
    {
      name: "jack",
      value: danced,
      unit: "points of 100, through webcam and stage",
      yardstick: `standing still ${still}, squats ${squats}`,
      ratio: Math.round((danced / Math.max(1, still, squats)) * 100) / 100,
    },
  ];
}
