import { expect, test } from "vitest";
import { blankDraft } from "#dance/choreo/draft.ts";
import type { Song } from "../../../web/song/index.ts";
import { songKey } from "../../../web/state/preview.ts";
import { PreviewSong } from "../../../web/state/preview-song.ts";

/** A song whose opening is let go by hand, and how many of it play. */
function made() {
  const songs: (Song & { closed: boolean })[] = [];
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const preview = new PreviewSong(async () => {
    await gate;
    const song = {
      playing: false,
      closed: false,
      onEnd: null,
      time: () => 3,
      play: async () => {
        song.playing = true;
      },
      pause: () => {
        song.playing = false;
      },
      close: () => {
        [song.playing, song.closed] = [false, true];
      },
    } as unknown as Song & { playing: boolean; closed: boolean };
    songs.push(song);
    return song;
  });
  return { preview, letGo, heard: () => songs.filter(({ playing }) => playing).length, songs };
}

test("a song that was still being opened when the editor was left is never heard, and is closed", async () => {
  const { preview, letGo, heard, songs } = made();
  const asked = preview.toggle(0);
  expect(preview.view.get()).toEqual({ playing: false, opening: true });
  preview.close();
  letGo();
  await asked;
  expect([heard(), songs.map(({ closed }) => closed)]).toEqual([0, [true]]);
  expect(preview.view.get()).toEqual({ playing: false, opening: false });
});

test("asked twice while it is opened, one song plays; asked then, it stops, and goes on with the same one", async () => {
  const { preview, letGo, heard, songs } = made();
  const both = [preview.toggle(0), preview.toggle(0)];
  letGo();
  await Promise.all(both);
  expect([heard(), songs.length, preview.view.get().playing]).toEqual([1, 1, true]);
  await preview.toggle(0);
  expect([heard(), preview.view.get().playing]).toEqual([0, false]);
  await preview.toggle(2);
  expect([heard(), songs.length]).toEqual([1, 1]);
  preview.close();
  expect(heard()).toBe(0);
});

test("a song that cannot be opened leaves silence, and may be asked for again", async () => {
  let fails = true;
  const preview = new PreviewSong(async () => {
    if (fails) throw new Error("no sound here");
    return null;
  });
  await preview.toggle(0);
  fails = false;
  await preview.toggle(0);
  expect(preview.view.get()).toEqual({ playing: false, opening: false });
});

test("a speed asked for before it is opened, and while it plays, is the song's", async () => {
  const { preview, letGo, songs } = made();
  preview.speed(0.5);
  letGo();
  await preview.toggle(0);
  expect(songs[0]?.rate).toBe(0.5);
  preview.speed(0.25);
  expect(songs[0]?.rate).toBe(0.25);
});

test("another song, or one arranged otherwise, is another preview; an edit of the dance is not", () => {
  const song = { seed: 1, key: 0, style: "house" } as const;
  const draft = { ...blankDraft("d1"), tempo: { bpm: 120, firstBeat: 2 }, song };
  const key = songKey(draft);
  expect(songKey({ ...draft, song: { ...song, seed: 2 } })).not.toBe(key);
  expect(songKey({ ...draft, sections: [{ kind: "chorus", from: 0, to: 8 }] })).not.toBe(key);
  expect(songKey({ ...draft, recording: { seconds: 60, starts: 0, print: [] } })).not.toBe(key);
  expect(songKey({ ...draft, level: "hard", positions: [] })).toBe(key);
  const silent = { ...draft, song: null };
  expect(songKey({ ...silent, sections: [{ kind: "chorus", from: 0, to: 8 }] })).toBe(songKey(silent));
});
