import { expect, test } from "vitest";
import { keyOf } from "../../../web/parts/key-of.ts";

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
