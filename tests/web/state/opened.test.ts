import { expect, test, vi } from "vitest";
import { opening } from "../../../web/state/opened.ts";

const song = () => ({ close: vi.fn() });

test("what was opened is told, and what could not be is told too: no page gets ready for ever", async () => {
  const [came, failed] = [vi.fn(), vi.fn()];
  const it = song();
  opening(async () => it, came, failed);
  opening(() => Promise.reject(new Error("no such piece of the page")), came, failed);
  opening(
    () => {
      throw new Error("no sound here");
    },
    came,
    failed,
  );
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(2));
  expect(came.mock.calls).toEqual([[it]]);
  expect(it.close).not.toHaveBeenCalled();
});

test("what comes after the page was left is closed and told nobody, whether it came or not", async () => {
  const [came, failed] = [vi.fn(), vi.fn()];
  const it = song();
  opening(async () => it, came, failed)();
  opening(() => Promise.reject(new Error("gone")), came, failed)();
  await vi.waitFor(() => expect(it.close).toHaveBeenCalledOnce());
  expect([came.mock.calls, failed.mock.calls]).toEqual([[], []]);
});
