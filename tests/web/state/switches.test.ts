import { expect, test } from "vitest";
import { countWord } from "../../../web/song/voice.ts";
import { readSwitches, switches, turn } from "../../../web/state/switches.ts";

const PLAIN = {
  teacher: "beside",
  metronome: false,
  counting: false,
  hints: true,
  scale: "performance",
  seated: false,
  sound: "wire",
};

test("a new dancer has the teacher beside her, and nothing clicks", () => {
  expect(readSwitches(null)).toEqual(PLAIN);
});

test("what was remembered and makes no sense is as good as nothing", () => {
  for (const text of ["", "null", "[", '{"teacher":"behind","metronome":1}']) expect(readSwitches(text)).toEqual(PLAIN);
  expect(readSwitches('{"teacher":"both","counting":true}')).toEqual({ ...PLAIN, teacher: "both", counting: true });
});

test("a switch that is turned holds for this visit where the browser refuses storage", () => {
  turn({ metronome: true });
  turn({ teacher: "ghost" });
  expect(switches.get()).toEqual({ ...PLAIN, metronome: true, teacher: "ghost" });
});

test("counts are spoken from one to eight, and the count-in from five to eight", () => {
  expect([0, 7, 8, 20].map((count) => countWord(count, "en"))).toEqual(["one", "eight", "one", "five"]);
  expect([-4, -3, -2, -1].map((count) => countWord(count, "ko"))).toEqual(["다섯", "여섯", "일곱", "여덟"]);
});
