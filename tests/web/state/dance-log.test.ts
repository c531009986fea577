import { expect, test } from "vitest";
import { DanceLog, type Put, trackOf } from "../../../web/state/dance-log.ts";
import { jack } from "../../fixtures/jacks.ts";

type Kept = Parameters<Put>[0];

/** Frames a second. */
const RATE = 30;

function logged() {
  const pieces: Kept[] = [];
  const log = new DanceLog("a", async (piece) => pieces.push(piece));
  return { log, pieces, times: () => trackOf(pieces).map(({ time }) => time) };
}
const dance = (log: DanceLog, from: number, to: number) => {
  for (let i = from; i < to; i++) log.frame({ time: i / RATE, pose: jack(0.3) });
};

test("a tab that is closed in the middle loses no more than the last half second", async () => {
  const { log, times } = logged();
  dance(log, 0, 100);
  await log.flush();
  dance(log, 100, 160);
  for (let i = 0; i < 50; i++) await Promise.resolve();
  expect(times().at(-1)).toBeGreaterThan(159 / RATE - 0.5);
});

test("poses come back as they were seen", async () => {
  const { log, pieces } = logged();
  dance(log, 0, 3);
  await log.flush();
  expect(trackOf(pieces)[1]).toEqual({ time: 1 / RATE, pose: jack(0.3) });
});

test("an eight-count danced again takes the place of the one before; a new start of all", async () => {
  const { log, times } = logged();
  dance(log, 0, 40);
  log.rewound(30 / RATE);
  dance(log, 30, 35);
  await log.flush();
  expect(times()).toEqual(Array.from({ length: 35 }, (_, i) => i / RATE));
  log.rewound(Number.NEGATIVE_INFINITY);
  dance(log, 5, 8);
  await log.flush();
  expect(times()).toEqual([5 / RATE, 6 / RATE, 7 / RATE]);
});

test("a device that keeps nothing is told, and the dance goes on", async () => {
  const log = new DanceLog("a", () => Promise.reject(new Error("full")));
  dance(log, 0, 30);
  await log.flush();
  expect(log.safe).toBe(false);
});
