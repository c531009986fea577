import { expect, test } from "vitest";
import { josa } from "../../../web/words/josa.ts";

test.each([
  ["소나", "소나가"],
  ["민준", "민준이"],
  ["Quick River 73", "Quick River 73이"],
  ["Steady Otter 42", "Steady Otter 42가"],
  ["댄서 6", "댄서 6이"],
  ["Min", "Min이"],
  ["Sora", "Sora가"],
])("%s takes the particle of how it is read", (name, said) => {
  expect(josa(name, "이/가")).toBe(said);
});

test("after a number that ends in ㄹ the way is 로", () => {
  expect(josa("댄서 1", "으로/로")).toBe("댄서 1로");
  expect(josa("댄서 3", "으로/로")).toBe("댄서 3으로");
});
