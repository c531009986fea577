import { expect, test } from "vitest";
import { keepForGood, storageLeft } from "../../../web/offline/storage.ts";

const storage = (told: Partial<StorageManager>) => told as StorageManager;

test("the room left is told in takes of four minutes, before it is full", async () => {
  expect(await storageLeft(storage({ estimate: async () => ({ quota: 10_000_000, usage: 8_000_000 }) }))).toEqual({
    bytes: 2_000_000,
    takes: 3,
  });
  expect(await storageLeft(storage({ estimate: async () => ({ quota: 5, usage: 9 }) }))).toEqual({
    bytes: 0,
    takes: 0,
  });
});

test("a browser that does not tell, or refuses, is no room of zero", async () => {
  expect(await storageLeft(storage({}))).toBeNull();
  expect(await storageLeft(storage({ estimate: async () => ({}) }))).toBeNull();
  const refuses = async () => {
    throw new TypeError("not here");
  };
  expect(await storageLeft(storage({ estimate: refuses }))).toBeNull();
});

test("the browser is asked once to keep the takes, and not again where it already promised", async () => {
  let asked = 0;
  const persist = async () => {
    asked++;
    return true;
  };
  expect(await keepForGood(storage({ persisted: async () => true, persist }))).toBe(true);
  expect(asked).toBe(0);
  expect(await keepForGood(storage({ persisted: async () => false, persist }))).toBe(true);
  expect(asked).toBe(1);
  expect(await keepForGood(storage({}))).toBe(false);
});
