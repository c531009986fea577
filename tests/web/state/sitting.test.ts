import { afterEach, expect, test, vi } from "vitest";
import { ApiProblem, api } from "../../../web/api.ts";
import { inSitting } from "../../../web/state/sitting.ts";

afterEach(() => vi.restoreAllMocks());

test("a sitting is opened once, and anew where another dancer has signed in meanwhile", async () => {
  const open = vi
    .spyOn(api, "openSession")
    .mockResolvedValueOnce({ id: "first" })
    .mockResolvedValueOnce({ id: "second" });
  expect(await inSitting(async (session) => session)).toBe("first");
  expect(await inSitting(async (session) => session)).toBe("first");
  expect(open).toHaveBeenCalledTimes(1);
  const signedInAnew = async (session: string) => {
    if (session === "first") throw new ApiProblem("session-unknown", 404, "no such session of yours");
    return session;
  };
  expect(await inSitting(signedInAnew)).toBe("second");
});
