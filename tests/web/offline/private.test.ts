import { expect, test } from "vitest";
import { isPrivate, mayKeep } from "../../../web/offline/thread/rules.ts";

test("a file for whoever asked alone is known by its cache-control", () => {
  for (const control of ["private, max-age=3600", "max-age=3600, private", "private"])
    expect([control, isPrivate(control)]).toEqual([control, true]);
  for (const control of ["public, max-age=31536000, immutable", "no-cache", "", null, undefined])
    expect([control, isPrivate(control)]).toEqual([control, false]);
});

test("a take that somebody else lets me see is not kept on the device; my own and those of boards are", () => {
  for (const path of ["/api/takes/0a-1", "/api/takes/0a-1/replay"]) {
    expect(mayKeep(path, "private, no-store")).toBe(false);
    for (const control of ["private, no-cache", "private, max-age=3600", null])
      expect(mayKeep(path, control)).toBe(true);
  }
  for (const path of ["/api/me", "/api/takes", "/api/progress"]) expect(mayKeep(path, "no-store")).toBe(true);
});
