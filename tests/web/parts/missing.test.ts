import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { askAgain } from "../../../web/parts/missing.tsx";

test("a list whose next page could not be fetched is asked for that page again", async () => {
  let broken = false;
  const pages = new InfiniteQueryObserver(new QueryClient(), {
    queryKey: ["list"],
    queryFn: async ({ pageParam }) => {
      if (broken) throw new Error("no network");
      return pageParam;
    },
    retry: false,
    initialPageParam: 0,
    getNextPageParam: (last: number) => last + 1,
  });
  await pages.fetchNextPage();
  broken = true;
  await pages.fetchNextPage();
  expect(pages.getCurrentResult().isFetchNextPageError).toBe(true);
  broken = false;
  await askAgain(pages.getCurrentResult());
  expect(pages.getCurrentResult().data?.pages).toEqual([0, 1]);
});

test("what comes in one piece is asked for anew", () => {
  let asked = 0;
  askAgain({ error: new Error("no network"), refetch: () => ++asked });
  expect(asked).toBe(1);
});
