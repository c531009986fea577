import { expect, test } from "vitest";
import { pinNote, type Written, withNote } from "../../../web/state/coach/notes.ts";

/** Notes as a server keeps them, which refuses so many voices. */
function server(refusals: number) {
  const notes = new Map<string, Record<string, unknown>>();
  const checked = (note: Record<string, unknown>) => {
    if (note.text === "" && !note.drawing && !note.voice) throw new Error("note-empty");
    return note;
  };
  const doors = {
    addNote: async (_: string, note: object) => {
      const id = `n${notes.size + 1}`;
      notes.set(id, { ...checked({ ...note }), voice: null });
      return { id };
    },
    changeNote: async (id: string, change: object) => notes.set(id, checked({ ...notes.get(id), ...change })),
    speak: async (id: string, voice: Blob) => {
      if (refusals-- > 0) throw new Error("offline");
      notes.set(id, { ...notes.get(id), voice });
    },
  };
  return { notes, doors: doors as unknown as Parameters<typeof pinNote>[0] };
}

const voice = new Blob(["arms up"], { type: "audio/webm" });
const written = (text: string, id: string | null, onPinned: Written["onPinned"] = () => undefined): Written => ({
  note: { from: 4, to: 5, time: 3.2, limb: "left_arm", text, drawing: null },
  voice,
  id,
  onPinned,
});

test("what was changed after a voice did not arrive is said by the one note there is", async () => {
  const { notes, doors } = server(1);
  let id: string | null = null;
  const first = written("Arms", null, (pinned) => {
    id = pinned;
  });
  await expect(pinNote(doors, "t1", first)).rejects.toThrow("offline");
  const again = written("Arms higher", id);
  expect(await pinNote(doors, "t1", { ...again, note: { ...again.note, to: 6, limb: null } })).toBe("n1");
  expect([...notes.values()]).toEqual([
    { from: 4, to: 6, time: 3.2, limb: null, text: "Arms higher", drawing: null, voice },
  ]);
});

test("a note of a voice alone is sent again without words", async () => {
  const { notes, doors } = server(1);
  await expect(pinNote(doors, "t1", written("", null))).rejects.toThrow("offline");
  await pinNote(doors, "t1", written("", "n1"));
  expect(notes.get("n1")).toMatchObject({ text: "", voice });
});

test("a note that is asked for from another page lies among the others in the order of the song, if it is of that take", () => {
  const list = [1, 3, 3, 5].map((from, i) => ({ id: `${i}`, takeId: "t", from }));
  const one = { id: "asked", takeId: "t", from: 3 };
  expect(withNote(list, one, "t").map(({ id }) => id)).toEqual(["0", "1", "2", "asked", "3"]);
  expect(withNote(list, { ...one, from: 9 }, "t").at(-1)?.id).toBe("asked");
  expect(withNote(list, { ...one, takeId: "other" }, "t")).toEqual(list);
  expect(withNote(list, null, "t")).toEqual(list);
});
