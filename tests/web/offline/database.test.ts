import { openDB } from "idb";
import { expect, test, vi } from "vitest";
import { database } from "../../../web/offline/database.ts";

vi.mock("idb", () => ({ openDB: vi.fn() }));

test("a database that was refused or closed by the browser is opened anew, and never twice at a time", async () => {
  const opening = vi.mocked(openDB);
  opening.mockRejectedValueOnce(new Error("not now")).mockImplementation(async () => ({}) as never);
  const shelf = database("takes", () => undefined);
  await expect(shelf()).rejects.toThrow("not now");
  const [first, second] = await Promise.all([shelf(), shelf()]);
  expect(second).toBe(first);
  opening.mock.lastCall?.[2]?.terminated?.();
  expect(await shelf()).not.toBe(first);
  expect(opening).toHaveBeenCalledTimes(3);
});
