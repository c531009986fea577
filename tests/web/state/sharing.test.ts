import { expect, test } from "vitest";
import { readLinks } from "../../../web/state/sharing.ts";

test("links of shared takes are remembered as far as they make sense", () => {
  const token = "0123456789abcdef".repeat(4);
  expect(readLinks(JSON.stringify({ take: token, other: "javascript:alert(1)", third: 5 }))).toEqual({ take: token });
  for (const nonsense of [null, "", "no", "5", "null", "[]", '"text"']) expect(readLinks(nonsense)).toEqual({});
});
