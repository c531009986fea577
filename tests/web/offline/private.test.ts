import { expect, test } from "vitest";
import { isPrivate } from "../../../web/offline/thread/rules.ts";

test("a file for whoever asked alone is known by its cache-control", () => {
  for (const control of ["private, max-age=3600", "max-age=3600, private", "private"])
    expect([control, isPrivate(control)]).toEqual([control, true]);
  for (const control of ["public, max-age=31536000, immutable", "no-cache", "", null, undefined])
    expect([control, isPrivate(control)]).toEqual([control, false]);
});
