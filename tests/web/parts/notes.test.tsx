import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Router } from "wouter";
import type { Note, Summary } from "../../../web/api.ts";
import { Notes } from "../../../web/parts/coach/notes.tsx";
import type { TakePage } from "../../../web/state/take-page.ts";

const note = {
  id: "n",
  takeId: "t",
  from: 4,
  to: 5,
  time: 2,
  limb: "right_arm",
  text: "Higher",
  voice: false,
  drawing: null,
  doneAt: null,
  replies: [],
  madeAt: 1,
  by: { id: "c", name: "Coach" },
} as unknown as Note;
const summary = { slug: "x", counts: 32, sections: [{ kind: "verse", from: 0, to: 32 }] } as unknown as Summary;

function loopOf(how: Pick<TakePage, "mirror" | "seated">): string | undefined {
  const page = { id: "t", version: "v", section: 0, rate: 1, at: 1, mine: true, phase: "judged", ...how } as TakePage;
  const client = new QueryClient();
  client.setQueryData(["me"], { id: "d", name: "Mina" });
  client.setQueryData(["notes", "t"], { pages: [{ notes: [note], next: null }], pageParams: [null] });
  const shown = renderToStaticMarkup(
    <Router ssrPath="/takes/t">
      <QueryClientProvider client={client}>
        <Notes page={page} summary={summary} onSee={() => undefined} />
      </QueryClientProvider>
    </Router>,
  );
  return /href="([^"]*loop=[^"]*)"/.exec(shown)?.[1]?.replaceAll("&amp;", "&");
}

test("a spot from a note is looped slower, and otherwise as the take was danced: seated stays seated", () => {
  const [seated, filmed] = [loopOf({ mirror: false, seated: true }), loopOf({ mirror: true, seated: false })];
  expect(seated).toBe("/dance/x/0/stage?rate=0.75&seated=1&loop=1&ladder=1");
  expect(filmed).toBe("/dance/x/0/stage?rate=0.75&view=filmed&seated=0&loop=1&ladder=1");
});
