import { describe, expect, test } from "vitest";
import type { TakeResult } from "#dance/scoring/result.ts";
import { ApiProblem, type ClosedTake, Unreachable } from "../../../web/api.ts";
import { type KeptTake, openOutbox } from "../../../web/state/outbox.ts";
import { onJudged, sendAll } from "../../../web/state/sending.ts";

// Node has no IndexedDB: these outboxes live in memory, as they do in a private window.
const take = (id: string, over: Partial<KeptTake> = {}): KeptTake => ({
  id,
  version: "a".repeat(64),
  slug: "lantern-season",
  section: 0,
  rate: 1,
  mirror: false,
  endedAt: Number(id.slice(1)),
  replay: new Uint8Array([1, 2, 3]),
  result: {} as TakeResult,
  opened: true,
  refused: null,
  ...over,
});
const judged = {} as ClosedTake;
const ids = (list: readonly KeptTake[]) => list.map((t) => t.id);

describe("takes that wait", () => {
  test("are sent oldest first and then are gone", async () => {
    const box = openOutbox();
    for (const id of ["t3", "t1", "t2"]) await box.put(take(id));
    const sent: string[] = [];
    await sendAll(box, async ({ id }) => {
      sent.push(id);
      return judged;
    });
    expect(sent).toEqual(["t1", "t2", "t3"]);
    expect(await box.waiting()).toEqual([]);
  });

  test("all stay when the network goes in the middle, the one under way too", async () => {
    const box = openOutbox();
    for (const id of ["t1", "t2", "t3"]) await box.put(take(id));
    await sendAll(box, async ({ id }) => {
      if (id === "t2") throw new Unreachable("cut");
      return judged;
    });
    expect(ids(await box.waiting())).toEqual(["t2", "t3"]);
  });

  test("stay while the server is unwell, and go on when it is not", async () => {
    const box = openOutbox();
    await box.put(take("t1"));
    await sendAll(box, () => Promise.reject(new ApiProblem("internal", 500, "")));
    expect(ids(await box.waiting())).toEqual(["t1"]);
    await sendAll(box, async () => judged);
    expect(await box.waiting()).toEqual([]);
  });

  test("one at which the Worker stumbles holds up no other, and is tried after them from then on", async () => {
    const box = openOutbox();
    for (const id of ["t1", "t2", "t3"]) await box.put(take(id));
    const sent: string[] = [];
    const stumbled = new Set<string>();
    const send = () =>
      sendAll(
        box,
        async ({ id }) => {
          sent.push(id);
          if (id === "t1") throw new ApiProblem("internal", 500, "");
          return judged;
        },
        undefined,
        stumbled,
      );
    await send();
    expect([sent.splice(0), ids(await box.waiting())]).toEqual([["t1", "t2", "t3"], ["t1"]]);
    await box.put(take("t4"));
    await send();
    expect([sent, ids(await box.waiting())]).toEqual([["t4", "t1"], ["t1"]]);
  });

  test("are let be after three stumbles in a row, and the next time it is others that are tried first", async () => {
    const box = openOutbox();
    for (const id of ["t1", "t2", "t3", "t4", "t5"]) await box.put(take(id));
    const sent: string[] = [];
    const stumbled = new Set<string>();
    const send = (well: boolean) =>
      sendAll(
        box,
        async ({ id }) => {
          sent.push(id);
          if (!well) throw new ApiProblem("internal", 503, "");
          return judged;
        },
        undefined,
        stumbled,
      );
    await send(false);
    await send(false);
    expect(sent.splice(0)).toEqual(["t1", "t2", "t3", "t4", "t5", "t1"]);
    await send(true);
    expect(sent).toEqual(["t2", "t3", "t4", "t5", "t1"]);
  });

  test("one that is refused for good is kept with the reason, and does not hold up the others", async () => {
    const box = openOutbox();
    for (const id of ["t1", "t2"]) await box.put(take(id));
    await sendAll(box, async ({ id }) => {
      if (id === "t1") throw new ApiProblem("take-expired", 410, "");
      return judged;
    });
    expect(await box.waiting()).toEqual([]);
    expect((await box.get("t1"))?.refused).toBe("take-expired");
    expect(await box.get("t2")).toBeUndefined();
  });

  test("one that a network before the network refuses, which asks for a login first, is not refused by the Worker", async () => {
    const box = openOutbox();
    await box.put(take("t1"));
    await sendAll(box, () => Promise.reject(new ApiProblem("internal", 403, "Forbidden")));
    expect(ids(await box.waiting())).toEqual(["t1"]);
  });

  test("the page hears of each that was judged", async () => {
    const box = openOutbox();
    await box.put(take("t1"));
    const heard: string[] = [];
    const stop = onJudged((id) => heard.push(id));
    await sendAll(box, async () => judged);
    stop();
    expect(heard).toEqual(["t1"]);
  });
});

test("takes that will never be sent are kept only up to thirty", async () => {
  const box = openOutbox();
  for (let i = 1; i <= 33; i++) await box.put(take(`t${i}`, { refused: "take-expired" }));
  await box.put(take("t34"));
  expect(await box.get("t3")).toBeUndefined();
  expect(await box.get("t4")).toBeDefined();
  expect(ids(await box.waiting())).toEqual(["t34"]);
});
