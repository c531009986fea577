import { describe, expect, test } from "vitest";
import { type Clocks, whatBroke } from "#dance/practice/watch.ts";

const was: Clocks = { wallTime: 10, songTime: 20, rate: 0.5, lastPicture: 9.98 };
const later = (wall: number, song: number, picture = 10 + wall - 0.02): Clocks => ({
  wallTime: 10 + wall,
  songTime: 20 + song,
  rate: 0.5,
  lastPicture: picture,
});

describe("what breaks a pass through the loop", () => {
  test("nothing, while song and wall go together at the song's rate", () => {
    expect(whatBroke(was, later(0.033, 0.0165), false)).toBeNull();
    expect(whatBroke(was, later(0.4, 0.1), false)).toBeNull();
    expect(whatBroke(was, later(1.3, 0.65), false)).toBeNull();
  });
  test("a song that stood still while the wall went on is a jump", () => {
    expect(whatBroke(was, later(1.3, 0), false)).toBe("clock-jumped");
  });
  test("a camera without a picture for over a second is lost", () => {
    expect(whatBroke(was, later(0.5, 0.25, 9.4), false)).toBe("camera-lost");
  });
  test("a laptop that slept is a jump of the clock, whatever the camera says", () => {
    expect(whatBroke(was, later(3600, 0, 9.9), false)).toBe("clock-jumped");
    expect(whatBroke(was, later(-5, 0), false)).toBe("clock-jumped");
  });
  test("a song that leaps is a jump, unless the loop sent it back itself", () => {
    expect(whatBroke(was, later(0.033, 6), false)).toBe("clock-jumped");
    expect(whatBroke(was, later(0.033, -8), true)).toBeNull();
  });
  test("before the first picture no camera is lost", () => {
    expect(whatBroke(was, { ...later(0.3, 0.15), lastPicture: null }, false)).toBeNull();
  });
});
