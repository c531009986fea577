import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type KeptStore, keptStore } from "../../../web/state/kept.ts";

type Bests = Readonly<Record<string, { readonly best: number }>>;
const read = (text: string | null): Bests => JSON.parse(text ?? "{}");

const disk = new Map<string, string>();
let full = false;
let tabs: ((event: { key: string | null; newValue: string | null }) => void)[] = [];

/** A tab of one browser: what is heard of the others comes by `others wrote`. */
const tab = (): KeptStore<Bests> => keptStore("bests", read);
const othersWrote = () => {
  for (const hear of tabs) hear({ key: "eightcount.bests", newValue: disk.get("eightcount.bests") ?? null });
};

beforeEach(() => {
  disk.clear();
  full = false;
  tabs = [];
  vi.stubGlobal("addEventListener", (_: string, hear: (typeof tabs)[number]) => tabs.push(hear));
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => disk.get(key) ?? null,
    removeItem: (key: string) => disk.delete(key),
    setItem: (key: string, text: string) => {
      if (full) throw new Error("no room");
      disk.set(key, text);
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

test("what one tab remembers is not undone by another that was open before", () => {
  const [one, other] = [tab(), tab()];
  one.change((now) => ({ ...now, verse: { best: 9 } }));
  other.change((now) => ({ ...now, chorus: { best: 7 } }));
  expect(other.get()).toEqual({ verse: { best: 9 }, chorus: { best: 7 } });
  expect(tab().get()).toEqual(other.get());
});

test("a tab hears at once of what another remembers, and of what it forgets", () => {
  const [one, other] = [tab(), tab()];
  const told = vi.fn();
  other.subscribe(told);
  one.change(() => ({ verse: { best: 9 } }));
  othersWrote();
  expect([other.get(), told.mock.calls.length]).toEqual([{ verse: { best: 9 } }, 1]);
  one.forget();
  othersWrote();
  expect([one.get(), other.get(), disk.size]).toEqual([{}, {}, 0]);
  other.change((now) => ({ ...now, chorus: { best: 7 } }));
  expect(tab().get()).toEqual({ chorus: { best: 7 } });
});

test("what still says the same is the same object: who watches it begins nothing anew", () => {
  const [one, other] = [tab(), tab()];
  other.change(() => ({ verse: { best: 9 } }));
  const { verse } = other.get();
  one.change((now) => ({ ...now, chorus: { best: 7 } }));
  othersWrote();
  expect(other.get().verse).toBe(verse);
  const before = other.get();
  othersWrote();
  expect(other.get()).toBe(before);
});

test("what is heard late of another tab takes nothing back that was remembered since", () => {
  const [one, other] = [tab(), tab()];
  one.change(() => ({ verse: { best: 9 } }));
  const told = disk.get("eightcount.bests") ?? null;
  other.change((now) => ({ ...now, chorus: { best: 7 } }));
  for (const hear of tabs) hear({ key: "eightcount.bests", newValue: told });
  expect(Object.keys(other.get())).toEqual(["verse", "chorus"]);
  full = true;
  other.change((now) => ({ ...now, bridge: { best: 5 } }));
  othersWrote();
  expect(Object.keys(other.get())).toEqual(["verse", "chorus", "bridge"]);
});

test("where there is no room all of it holds for the visit, and is kept as soon as there is", () => {
  const one = tab();
  one.change(() => ({ verse: { best: 9 } }));
  full = true;
  one.change((now) => ({ ...now, chorus: { best: 7 } }));
  one.change((now) => ({ ...now, bridge: { best: 5 } }));
  expect(Object.keys(one.get())).toEqual(["verse", "chorus", "bridge"]);
  full = false;
  one.change((now) => now);
  expect(tab().get()).toEqual(one.get());
});
