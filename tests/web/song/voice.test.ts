import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { spokenOf } from "../../../web/parts/stage-voice.tsx";
import { Announcer } from "../../../web/song/voice.ts";
import { wordsIn } from "../../../web/words/index.ts";

/** What a device with these voices does. */
let heard: string[];
let listed: (() => void) | null = null;
const speakers = (...voices: { lang: string; localService: boolean }[]) =>
  vi.stubGlobal("speechSynthesis", {
    getVoices: () => voices,
    addEventListener: (_: string, listener: () => void) => {
      listed = listener;
    },
    speak: ({ text, lang }: { text: string; lang: string }) => heard.push(`${lang}: ${text}`),
    cancel: () => heard.push("silence"),
  });
beforeEach(() => {
  heard = [];
  vi.stubGlobal(
    "SpeechSynthesisUtterance",
    class {
      lang = "";
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

test("a hint is spoken once each time it changes, and cut off when the song begins", () => {
  speakers({ lang: "en-GB", localService: true });
  const announcer = new Announcer();
  for (const text of ["Too close.", "Too close.", "I see all of you.", null, null]) announcer.tell(text, "en");
  expect(heard).toEqual(["silence", "en: Too close.", "silence", "en: I see all of you.", "silence"]);
});

test("a device without a voice of its own for the language says nothing; what is written stays", () => {
  speakers({ lang: "en-GB", localService: true }, { lang: "ko-KR", localService: false });
  new Announcer().tell("너무 가까워요.", "ko");
  expect(heard.filter((it) => it !== "silence")).toEqual([]);
  vi.stubGlobal("speechSynthesis", undefined);
  const silent = new Announcer();
  silent.tell("Too close.", "en");
  silent.tell(null, "en");
  expect(heard.filter((it) => it !== "silence")).toEqual([]);
});

test("a device that lists its voices late speaks then, unless something else is said by now", () => {
  const voices: { lang: string; localService: boolean }[] = [];
  speakers(...voices);
  const announcer = new Announcer();
  announcer.tell("Too close.", "en");
  speakers({ lang: "en-GB", localService: true });
  listed?.();
  expect(heard).toEqual(["silence", "en: Too close."]);
  announcer.tell(null, "en");
  listed?.();
  expect(heard).toEqual(["silence", "en: Too close.", "silence"]);
});

test("spoken is the title and the first sentence that stands under it, in both languages", () => {
  const { hints } = wordsIn("en");
  expect(spokenOf(hints.near)).toBe("Too close. Take one big step back.");
  expect(spokenOf(wordsIn("ko").hints.near)).toBe("너무 가까워요. 크게 한 걸음 물러서세요.");
});
