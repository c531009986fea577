import { expect, test } from "vitest";
import { isNeeded, isWriting, keyOf } from "../../../web/parts/key-of.ts";

test("a letter is the same with Shift, with CapsLock, on a Korean keyboard and while one composes on it", () => {
  for (const key of ["a", "A", "ㅁ", "ф", "Process"]) expect(keyOf({ key, code: "KeyA" })).toBe("a");
});

test("where letters lie elsewhere it is the letter that counts, not its place", () => {
  expect(keyOf({ key: "o", code: "KeyS" })).toBe("o");
  expect(keyOf({ key: "?", code: "KeyZ" })).toBe("?");
});

test("what is no letter is called what it is called", () => {
  for (const [key, code] of [
    ["ArrowLeft", "ArrowLeft"],
    [" ", "Space"],
    ["[", "BracketLeft"],
    ["é", "Digit2"],
  ] as const)
    expect(keyOf({ key, code })).toBe(key);
});

/** A control as the page has it, by what it matches. */
const focused = (...names: readonly string[]) => {
  const matches = (selector: string) => selector.split(/, ?/).some((one) => names.includes(one));
  const node = { matches, closest: (selector: string) => (matches(selector) ? node : null) };
  return node as unknown as HTMLElement;
};

test("a key in a field for text, or of a letter that is still being composed, is the writer's alone", () => {
  expect(isWriting({ target: focused("textarea") })).toBe(true);
  expect(isWriting({ target: focused("button") })).toBe(false);
  expect(isWriting({ target: focused("button"), isComposing: true })).toBe(true);
  expect(isWriting({ target: null })).toBe(false);
});

test("a control keeps the keys that press it or move within it, and no others", () => {
  expect([" ", "ArrowUp", "r"].map((key) => isNeeded({ key, target: focused("button") }))).toEqual([
    true,
    false,
    false,
  ]);
  expect([" ", "ArrowUp", "r"].map((key) => isNeeded({ key, target: focused("select") }))).toEqual([true, true, true]);
  expect([" ", "ArrowUp", "r"].map((key) => isNeeded({ key, target: focused("[role=radio]") }))).toEqual([
    true,
    true,
    false,
  ]);
  expect(isNeeded({ key: " ", target: focused("p") })).toBe(false);
});
