import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { Router } from "wouter";
import { buildChoreography } from "#dance/choreo/build.ts";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { summaryOf } from "#dance/choreo/summary.ts";
import LiveFloorPage from "../../../web/pages/live-floor.tsx";
import { words } from "../../../web/state/language.ts";

const built = buildChoreography(BUILT_IN[0]?.notation ?? "");
if (!built.ok) throw new Error(built.problem.message);
const ours = { ...summaryOf(built.value), version: "ours", visibility: "crew", crew: "c1", current: true };

interface Known {
  readonly crews?: readonly unknown[] | Error;
  readonly mine?: readonly unknown[];
}

/** The floor's page, as far as the lists of routines have come. */
function floor({ crews, mine }: Known): string {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false } } });
  client.setQueryData(["me"], { id: "d1", name: "Dana" });
  client.setQueryData(["choreographies"], []);
  if (mine) client.setQueryData(["choreographies", "mine", "d1"], mine);
  const list = client.getQueryCache().build(client, { queryKey: ["choreographies", "crews", "d1"] });
  if (crews instanceof Error) list.setState({ status: "error", error: crews, fetchStatus: "idle" });
  else if (crews) list.setData(crews);
  vi.stubGlobal("navigator", { onLine: true });
  const page = renderToStaticMarkup(
    <Router ssrPath="/crews/c1/sync/floor" ssrSearch="version=ours&section=0">
      <QueryClientProvider client={client}>
        <LiveFloorPage id="c1" />
      </QueryClientProvider>
    </Router>,
  );
  vi.unstubAllGlobals();
  return page;
}

test("the floor waits for a crew's own routine, and says that it is not there only once all lists have come", () => {
  const { states } = words();
  expect(floor({ mine: [] })).not.toContain(states.notFound);
  expect(floor({ mine: [], crews: [] })).toContain(states.notFound);
  const failed = floor({ mine: [], crews: new Error("cut") });
  expect(failed).not.toContain(states.notFound);
  expect(failed).toContain(states.again);
  expect(floor({ mine: [], crews: [ours] })).not.toContain(states.notFound);
});
