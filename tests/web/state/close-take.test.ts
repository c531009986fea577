import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import type { ClosedTake, Summary } from "../../../web/api.ts";
import { closeTake, type OpenedTake } from "../../../web/state/open-take.ts";
import { OPENING_MS, outbox } from "../../../web/state/outbox.ts";
import { sendAll } from "../../../web/state/sending.ts";
import { jacks, jackTrack } from "../../fixtures/jacks.ts";

const COUNTS = 16;
const choreography = jacks(COUNTS);
const how = { mirror: false, seated: false };
const frames = jackTrack(COUNTS);
const ended = { frames, result: rejudge(prepare(choreography, WHOLE), frames, how) };
const summary = { version: "a".repeat(64), slug: "jacks", sections: [], counts: COUNTS } as unknown as Summary;
const danced = { summary, choreography, section: WHOLE, rate: 1, ...how };

// Without network nothing is sent behind; Node has no IndexedDB, so takes lie in memory.
beforeEach(() => {
  vi.stubGlobal("navigator", { onLine: false });
  vi.useFakeTimers();
});
afterEach(async () => {
  await outbox.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const waiting = async () => (await outbox.waiting()).map(({ id, opened }) => ({ id, opened }));

/** Sends what waits; answers the ids that went. */
async function send(): Promise<string[]> {
  const sent: string[] = [];
  await sendAll(outbox, async ({ id }) => {
    sent.push(id);
    return {} as ClosedTake;
  });
  return sent;
}

test("a take that ends while the Worker is still opening it lies on this device at once, and is not sent as a late one yet", async () => {
  let answer = (_: OpenedTake) => {};
  const closing = closeTake(danced, new Promise((resolve) => (answer = resolve)), ended);
  await vi.advanceTimersByTimeAsync(0);
  expect(await waiting()).toMatchObject([{ opened: false }]);
  expect(await send()).toEqual([]);
  answer({ id: "11111111-1111-4111-8111-111111111111", opened: true, problem: null });
  expect((await closing).id).toBe("11111111-1111-4111-8111-111111111111");
  expect(await waiting()).toEqual([{ id: "11111111-1111-4111-8111-111111111111", opened: true }]);
});

test("where the tab was closed before the Worker answered, the take is sent as one danced without network", async () => {
  void closeTake(danced, new Promise(() => undefined), ended);
  await vi.advanceTimersByTimeAsync(0);
  const [left] = await waiting();
  await vi.advanceTimersByTimeAsync(OPENING_MS);
  expect(await send()).toEqual([left?.id]);
});

test("a take that was opened lies here once, under the Worker's id", async () => {
  const opened = { id: "22222222-2222-4222-8222-222222222222", opened: true, problem: null };
  await closeTake(danced, Promise.resolve(opened), ended);
  expect(await waiting()).toEqual([{ id: opened.id, opened: true }]);
});
