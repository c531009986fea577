import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggestSections } from "#dance/choreo/suggest-sections.ts";
import { onsetsOf } from "#dance/music/onset.ts";
import { tonesOf } from "#dance/music/tones.ts";
import { LOOP_RATE } from "../../fixtures/drum-loops.ts";
import { hissed, tune } from "../../fixtures/tunes.ts";

const BPM = 120;
/** The sections suggested for a song whose eight-counts are these letters; capitals are loud. */
function sectionsOf(form: string, seed = 1) {
  const seconds = (form.length * 8 * 60) / BPM;
  const sound = hissed(tune({ seed, bpm: BPM, seconds, form }), 25);
  const sounds = { onsets: onsetsOf(sound, LOOP_RATE), tones: tonesOf(sound, LOOP_RATE) };
  return suggestSections(sounds, { bpm: BPM, firstBeat: 0 }, form.length * 8);
}
const told = (form: string, seed?: number) =>
  sectionsOf(form, seed).map(({ kind, from, to }) => `${kind} ${from / 8}-${to / 8}`);

describe("sections are suggested where the music repeats", () => {
  test("verse, pre-chorus and chorus, and again, with a bridge", () => {
    expect(told("aaaabbCCCCaaaabbCCCCddddCCCC")).toEqual([
      "verse 0-4",
      "pre-chorus 4-6",
      "chorus 6-10",
      "verse 10-14",
      "pre-chorus 14-16",
      "chorus 16-20",
      "bridge 20-24",
      "chorus 24-28",
    ]);
  });

  test("an intro and an outro that come once", () => {
    expect(told("eeaaaaCCCCaaaaCCCCff")).toEqual([
      "intro 0-2",
      "verse 2-6",
      "chorus 6-10",
      "verse 10-14",
      "chorus 14-18",
      "outro 18-20",
    ]);
  });

  test.each([2, 3, 4])("a part of two eight-counts in turn is one part (song %d)", (seed) => {
    const found = told("ababCDCDababCDCD", seed);
    expect(found).toEqual(["verse 0-4", "chorus 4-8", "verse 8-12", "chorus 12-16"]);
  });
});

test("whatever the song, the sections follow one another from the first count to the last", () => {
  const form = fc.array(fc.constantFrom("a", "b", "C", "D"), { minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(form, (letters) => {
      const sections = sectionsOf(letters.join(""));
      expect(sections[0]?.from).toBe(0);
      expect(sections.at(-1)?.to).toBe(letters.length * 8);
      for (const [i, { from, to }] of sections.entries()) {
        expect(to).toBeGreaterThan(from);
        if (i > 0) expect(from).toBe(sections[i - 1]?.to);
      }
    }),
    { numRuns: 6, seed: 5 },
  );
});

test("a song that is the same throughout is one section, and so is silence; a short one suggests nothing", () => {
  expect(told("aaaaaaaa")).toHaveLength(1);
  expect(told("abc")).toEqual([]);
  const silence = { onsets: onsetsOf(new Float32Array(LOOP_RATE * 30), LOOP_RATE), tones: new Float32Array(12 * 600) };
  expect(suggestSections(silence, { bpm: BPM, firstBeat: 0 }, 56)).toEqual([{ kind: "verse", from: 0, to: 56 }]);
});
