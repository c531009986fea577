// Takes that lie in the outbox of a browser, as if they had been danced there.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { snapPose, snapTime } from "#dance/pose/pose.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { prepare } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { builtIn } from "../fixtures/dancer.ts";
import { lottery } from "../fixtures/performance.ts";

const SLUG = "lantern-season";
const CHORUS = 1;
/** Says on every page that takes wait. */
export const WAITING = ".waiting";
/** Of two takes no two tremble alike. */
let made = 0;

/** What the Worker holds of this dancer's takes of the chorus, newest first. */
export const judgedTakes = (page: Page) =>
  page.evaluate(async (slug) => {
    const { choreographies } = await (await fetch("/api/choreographies")).json();
    const { version } = choreographies.find((c: { slug: string }) => c.slug === slug);
    const { takes } = await (await fetch(`/api/takes?version=${version}&section=1`)).json();
    return takes as { id: string; score: number; dancedAt: number | null }[];
  }, SLUG);

/** The chorus, danced as the choreography wants it, as it lies in the outbox of a device. `opened`: before the dance. */
function keptTake(id: string, version: string, endedAt: number, opened: boolean) {
  const routine = builtIn(SLUG);
  const reference = prepare(routine, CHORUS);
  // As people dance: a little late, with limbs of their own; a copy of the choreography would be doubted, trembling or not.
  const random = lottery([...id].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), made++));
  const body = Array.from({ length: 51 }, () => (random() - 0.5) * 0.04);
  const frames = routine.track
    .filter(({ time }) => time >= reference.from && time < reference.to - 0.1)
    .map(({ time, pose }) => ({
      time: snapTime(time + 0.05 + random() * 0.01),
      pose: snapPose(
        pose.map((x, i) => (i % 3 === 2 ? 0.8 + random() * 0.1 : x + (body[i] ?? 0) + (random() - 0.5) * 0.01)),
      ),
    }));
  const terms = { version, section: CHORUS, rate: 1, mirror: false };
  const replay = [...encodeReplay({ ...terms, seated: false, takeId: id, frames })];
  const result = rejudge(reference, frames, { mirror: false, seated: false });
  return { id, slug: SLUG, ...terms, endedAt, replay, result, opened, refused: null };
}

/** Lays takes into the outbox of this browser, in the order given; answers their ids. */
export async function layInOutbox(page: Page, count: number, opened: boolean): Promise<string[]> {
  const { version, ids } = await page.evaluate(
    async ({ slug, count, opened }) => {
      const send = async (path: string, body: unknown) => {
        const headers = { "content-type": "application/json" };
        return (await fetch(`/api${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json();
      };
      const { choreographies } = await (await fetch("/api/choreographies")).json();
      const { version } = choreographies.find((c: { slug: string }) => c.slug === slug);
      if ((await (await fetch("/api/me")).json()).dancer === null) await send("/dancers", { name: "Mina" });
      const { id: session } = await send("/sessions", {});
      const ids: string[] = [];
      for (let i = 0; i < count; i++) {
        const terms = { session, version, section: 1, rate: 1, mirror: false };
        ids.push(opened ? (await send("/takes", terms)).id : crypto.randomUUID());
      }
      return { version, ids };
    },
    { slug: SLUG, count, opened },
  );
  // Laid in backwards: what counts is when they were danced.
  const takes = ids.map((id, i) => keptTake(id, version, Date.now() - 60_000 + i, opened)).reverse();
  await page.evaluate(
    (takes) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open("eightcount", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("takes", { keyPath: "id" });
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const laying = opening.result.transaction("takes", "readwrite");
          for (const take of takes) laying.objectStore("takes").put({ ...take, replay: new Uint8Array(take.replay) });
          laying.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    takes,
  );
  return ids;
}

/** Until the outbox of this browser is empty: every take in it was judged. */
export async function nothingWaits(page: Page): Promise<void> {
  const count = () =>
    page.evaluate(
      () =>
        new Promise<number>((done, failed) => {
          const opening = indexedDB.open("eightcount");
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction("takes").objectStore("takes").count();
            counting.onsuccess = () => done(counting.result);
            counting.onerror = () => failed(counting.error);
            opening.result.close();
          };
        }),
    );
  await expect.poll(count, { timeout: 30_000 }).toBe(0);
  await page.waitForFunction((at) => !document.querySelector(at), WAITING);
}
