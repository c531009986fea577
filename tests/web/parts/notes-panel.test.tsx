import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRef } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Router } from "wouter";
import type { Note } from "../../../web/api.ts";
import { NotesPanel } from "../../../web/parts/coach/notes-panel.tsx";
import type { DeskState } from "../../../web/parts/coach/use-desk.ts";
import type { useNotes } from "../../../web/state/coach/notes.ts";

const note = {
  id: "n1",
  from: 4,
  to: 5,
  time: 2,
  limb: null,
  text: "Higher",
  drawing: null,
  voice: null,
  doneAt: null,
  replies: [],
  by: { id: "c", name: "Coach" },
} as unknown as Note;

const shown = (open: string | null) =>
  renderToStaticMarkup(
    <Router ssrPath="/">
      <QueryClientProvider client={new QueryClient()}>
        <NotesPanel
          takeId="t1"
          desk={{ view: { note: open, limb: null }, drawing: [], pen: false } as unknown as DeskState}
          {...{ from: 0, to: 8, mine: [], field: createRef(), onOpen: () => undefined }}
          notes={[note]}
          pages={{ isSuccess: true } as ReturnType<typeof useNotes>["pages"]}
        />
      </QueryClientProvider>
    </Router>,
  );

test("what a coach has half written stays while a note is looked at, unseen", () => {
  expect(shown(null)).toMatch(/<div><form[^>]*composer/);
  expect(shown("n1")).toMatch(/<div hidden=""><form[^>]*composer/);
  expect(shown("n1")).toContain("back");
});
