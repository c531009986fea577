import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Router } from "wouter";
import { draftOf } from "#dance/choreo/draft.ts";
import { PublishSheet } from "../../../web/parts/studio/publish-sheet.tsx";
import { routine } from "../../fixtures/performance.ts";

test("until its boards are known a draft is said to be checked, and nothing can be published", () => {
  const shown = renderToStaticMarkup(
    <Router ssrPath="/">
      <QueryClientProvider client={new QueryClient()}>
        <PublishSheet draft={draftOf(routine(0), "d1")} choreographies={[routine(0)]} onClose={() => undefined} />
      </QueryClientProvider>
    </Router>,
  );
  expect(shown).toMatch(/<button[^>]*disabled=""[^>]*>Being checked<\/button>/);
  expect(shown).toContain("Checking what standing still would earn");
  expect(shown).not.toMatch(/>Publish<\/button>/);
});
