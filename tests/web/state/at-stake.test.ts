import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reloadWhenOutdated } from "../../../web/offline/outdated.ts";
import { holdPage, holdPageWhile, isAtStake } from "../../../web/state/at-stake.ts";
import { dropLive, keepLive } from "../../../web/state/coach/live.ts";
import { openDraftTakes } from "../../../web/state/draft-takes.ts";
import { store } from "../../../web/state/stored.ts";

let page: EventTarget;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
});
afterEach(() => vi.unstubAllGlobals());

/** Whether the browser would ask before the tab is closed. */
const asks = () => !page.dispatchEvent(new Event("beforeunload", { cancelable: true }));

test("the browser asks before the tab is closed only while something would be lost with it", () => {
  expect([asks(), isAtStake()]).toEqual([false, false]);
  const [draft, take] = [holdPage(), holdPage()];
  draft();
  draft();
  expect([asks(), isAtStake()]).toEqual([true, true]);
  take();
  expect([asks(), isAtStake()]).toEqual([false, false]);
});

test("it asks for as long as what waits does not outlive the tab", () => {
  const waits = store({ lasting: true });
  holdPageWhile(waits, ({ lasting }) => !lasting);
  expect(asks()).toBe(false);
  waits.set({ lasting: false });
  waits.set({ lasting: false });
  expect(asks()).toBe(true);
  waits.set({ lasting: true });
  expect(asks()).toBe(false);
});

test("a dance of a crew before one camera, which lives on the page alone, is asked for until it is forgotten", () => {
  const plan = { version: "v", section: 0, rate: 1 };
  keepLive({ ...plan, crew: "c", atMs: 0, numbers: [1, 2], names: ["A", "B"], tracks: [[], []] });
  expect(asks()).toBe(true);
  dropLive(1);
  expect(asks()).toBe(false);
});

test("a part that another tab's newer version took away reloads the page once, but never while something would be lost", () => {
  const kept = new Map<string, string>();
  const reload = vi.fn();
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("location", { href: "/dance/x/0/stage", reload });
  vi.stubGlobal("sessionStorage", { getItem: (k: string) => kept.get(k) ?? null, setItem: kept.set.bind(kept) });
  reloadWhenOutdated(() => !isAtStake());
  const taken = () => !page.dispatchEvent(new Event("vite:preloadError", { cancelable: true }));
  const letGo = holdPage();
  expect([taken(), reload.mock.calls.length]).toEqual([false, 0]);
  letGo();
  expect([taken(), reload.mock.calls.length]).toEqual([true, 1]);
  expect([taken(), reload.mock.calls.length]).toEqual([false, 1]);
});

test("a take of a draft that the browser keeps nowhere is asked for until its draft is deleted", async () => {
  const takes = openDraftTakes();
  const take = { id: "t", version: "v", section: 0, rate: 1, mirror: false, endedAt: 1, replay: new Uint8Array() };
  await takes.put({ ...take, result: {} as never, draft: { id: "d", at: 0 } }, new Uint8Array());
  expect(asks()).toBe(true);
  await takes.drop("d");
  expect(asks()).toBe(false);
});
