import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Router } from "wouter";
import type { ChallengePage, Summary } from "../../../web/api.ts";
import ChallengeRoom from "../../../web/pages/challenge.tsx";
import { wordsIn } from "../../../web/words/index.ts";

const version = "a".repeat(64);
const hers: Summary = {
  version,
  slug: "rooftop-x1",
  title: { en: "Rooftop", ko: "옥상" },
  about: { en: "", ko: "" },
  level: "easy",
  bpm: 120,
  firstBeat: 0,
  counts: 32,
  seconds: 16,
  sections: [{ kind: "chorus", from: 0, to: 32 }],
  cover: [],
  song: null,
  author: { id: "d", name: "Bora" },
  current: true,
};
const challenge = {
  id: "ch",
  title: "Friday",
  version,
  section: 0,
  kind: "full",
  dueAt: Date.now() + 86_400_000,
  finalAt: Date.now() + 2 * 86_400_000,
  state: "open",
  mine: false,
  by: { id: "d", name: "Bora" },
  crew: { id: "c", name: "Stage door" },
  endable: false,
  members: 3,
  standings: [],
} as unknown as ChallengePage;

function shown(routine: Summary): string {
  const client = new QueryClient();
  client.setQueryData(["challenge", "ch"], challenge);
  client.setQueryData(["choreographies"], []);
  client.setQueryData(["version", version], routine);
  return renderToStaticMarkup(
    <Router ssrPath="/challenges/ch">
      <QueryClientProvider client={client}>
        <ChallengeRoom id="ch" />
      </QueryClientProvider>
    </Router>,
  );
}
const { newer, dance } = wordsIn("en").challenges;

test("a challenge on a routine that a dancer published is danced from its page", () => {
  const page = shown(hers);
  expect(page).toContain("Rooftop · Chorus");
  expect(page).toContain('href="/dance/rooftop-x1/0/stage?seated=0"');
  expect(page).toContain(dance);
  expect(page).not.toContain(newer);
});

test("one on an earlier version is looked at only, and says so; one that was taken back says that instead", () => {
  const earlier = shown({ ...hers, current: false });
  expect([earlier.includes("/stage"), earlier.includes(newer)]).toEqual([false, true]);
  const back = shown({ ...hers, open: false });
  expect([back.includes("/stage"), back.includes(newer)]).toEqual([false, false]);
  expect(back).toContain(wordsIn("en").publish.missingDo);
});
