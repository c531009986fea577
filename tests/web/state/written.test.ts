import { describe, expect, test } from "vitest";
import type { Drawing } from "#dance/practice/drawing.ts";
import { textSince, type Writing, writtenSince } from "../../../web/state/coach/written.ts";

const [first, second] = [{}, {}] as unknown as Drawing;
const strokes = (...list: unknown[]) => list as unknown as Drawing;
const sent: Writing = { text: "Lift it", drawing: strokes(first), voice: null, speaks: false };

describe("a note on its way", () => {
  test("takes with it all that it says, and no more", () => {
    expect(writtenSince(sent, sent)).toBeNull();
    expect(writtenSince(sent, { ...sent, text: "Lift it " })).toBeNull();
    expect(writtenSince(sent, { ...sent, text: "", drawing: [] })).toBeNull();
  });
  test("leaves what is typed, drawn or said meanwhile", () => {
    expect(writtenSince(sent, { ...sent, text: "Lift it and turn" })?.text).toBe("and turn");
    expect(writtenSince(sent, { ...sent, text: "Turn" })?.text).toBe("Turn");
    const drawn = writtenSince(sent, { ...sent, drawing: strokes(first, second) });
    expect(drawn).toEqual({ text: "", drawing: [second], voice: false });
    expect(writtenSince(sent, { ...sent, speaks: true })?.voice).toBe(true);
    expect(writtenSince(sent, { ...sent, voice: new Blob(["said"]) })?.voice).toBe(true);
  });
});

test("a reply that is begun while one is sent stays", () => {
  expect(textSince("Thanks", "Thanks")).toBe("");
  expect(textSince("Thanks", "Thanks. One more")).toBe(". One more");
});
