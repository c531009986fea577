import { beforeEach, describe, expect, test } from "vitest";
import { openRecordings, type Recordings } from "../../../web/state/recordings.ts";
import { makeDisk } from "../../fixtures/disk.ts";

let disk: ReturnType<typeof makeDisk>;
let recordings: Recordings;
beforeEach(() => {
  disk = makeDisk();
  recordings = openRecordings(disk.shelf);
});

const video = (text = "a dance", name = "practice.webm") => new File([text], name, { type: "video/webm" });
const problem = async (id: string, file: File) => {
  const kept = await recordings.keep(id, file);
  return kept.ok ? null : kept.problem.code;
};

describe("a video", () => {
  test("comes back as it was kept, with its name and kind", async () => {
    await recordings.keep("draft", video());
    const found = await recordings.find("draft");
    expect([found?.name, found?.type, await found?.text()]).toEqual(["practice.webm", "video/webm", "a dance"]);
    expect(await recordings.find("other")).toBeNull();
  });

  test("is the same file whenever it is found, so that what was heard of it need not be heard again", async () => {
    await recordings.keep("draft", video());
    const [once, again] = [await recordings.find("draft"), await recordings.find("draft")];
    expect([once?.lastModified, again?.lastModified]).toEqual([1_001, 1_001]);
    await recordings.keep("draft", video("another!"));
    expect((await recordings.find("draft"))?.lastModified).not.toBe(1_001);
  });

  test("takes the place of the one before, whose bytes go", async () => {
    await recordings.keep("draft", video());
    await recordings.keep("draft", video("another"));
    expect(await (await recordings.find("draft"))?.text()).toBe("another");
    expect(disk.files()).toHaveLength(1);
  });

  test("belongs to the version too, and goes with the last who has it", async () => {
    await recordings.keep("draft", video());
    expect(await recordings.link("draft", "version")).toBe(true);
    await recordings.drop("draft");
    expect(await recordings.find("draft")).toBeNull();
    expect(await (await recordings.find("version"))?.text()).toBe("a dance");
    await recordings.drop("version");
    expect(disk.files()).toEqual([]);
    expect(await recordings.link("draft", "version")).toBe(false);
  });

  test("is counted once, whoever has it, and all go together", async () => {
    await recordings.keep("draft", video());
    await recordings.link("draft", "version");
    await recordings.keep("other", video("a song"));
    expect(await recordings.kept()).toEqual({ recordings: 2, bytes: 13 });
    await recordings.clear();
    expect([await recordings.kept(), disk.files()]).toEqual([{ recordings: 0, bytes: 0 }, []]);
  });

  test("of an id with slashes is a name like any other", async () => {
    await recordings.keep("../a/b", video());
    expect(await (await recordings.find("../a/b"))?.text()).toBe("a dance");
  });
});

describe("half a video", () => {
  test("of a tab that was closed while it wrote is never found, and its bytes go with the next", async () => {
    disk.stopWriting();
    void recordings.keep("draft", video());
    await disk.stopped();
    const later = openRecordings(disk.reopened());
    expect(await later.find("draft")).toBeNull();
    await later.keep("next", video("whole"));
    expect(disk.files()).toHaveLength(1);
  });

  test("that lost bytes afterwards is not found", async () => {
    await recordings.keep("draft", video());
    disk.cutFiles();
    expect(await recordings.find("draft")).toBeNull();
  });
});

describe("a full device", () => {
  test("is told before a byte is written, and what was there stays", async () => {
    await recordings.keep("draft", video());
    disk.leave(1000);
    expect(await problem("draft", video("another"))).toBe("recording-no-room");
    expect(await (await recordings.find("draft"))?.text()).toBe("a dance");
  });

  test("that did not tell is found out on the way, and what was there stays", async () => {
    await recordings.keep("draft", video());
    disk.fill();
    expect(await problem("draft", video("another"))).toBe("recording-no-room");
    expect(await (await recordings.find("draft"))?.text()).toBe("a dance");
    expect(disk.files()).toHaveLength(1);
  });

  test("that holds the video but not its label leaves what was there, for good", async () => {
    await recordings.keep("draft", video());
    disk.fill(1);
    expect(await problem("draft", video("another"))).toBe("recording-no-room");
    expect(disk.files()).toHaveLength(1);
    expect(await (await recordings.find("draft"))?.text()).toBe("a dance");
    disk.fill(Number.POSITIVE_INFINITY);
    await recordings.keep("other", video("other"));
    expect(await (await recordings.find("draft"))?.text()).toBe("a dance");
  });
});

test("a browser that keeps no files says so", async () => {
  disk.refuse();
  expect(await problem("draft", video())).toBe("recording-not-kept");
  expect(await recordings.find("draft")).toBeNull();
  await recordings.drop("draft");
});

test("two tabs that keep at once do not sweep each other's files", async () => {
  const other = openRecordings(disk.shelf);
  await Promise.all([recordings.keep("mine", video("mine")), other.keep("yours", video("yours"))]);
  expect(await (await recordings.find("mine"))?.text()).toBe("mine");
  expect(await (await other.find("yours"))?.text()).toBe("yours");
});
