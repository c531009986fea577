import { expect, test } from "vitest";
import { timeOfCount } from "#dance/music/tempo.ts";
import { POSE_SIZE, type PoseFrame } from "#dance/pose/pose.ts";
import { SpreadBars } from "../../../web/stage/draw-spreads.ts";
import { farthestOff, floorAddress, liveSync, planOf, seenShares, swapName } from "../../../web/state/coach/live.ts";
import { perform, routine } from "../../fixtures/performance.ts";

const dance = routine(0);
const search = (address: string) => address.slice(address.indexOf("?"));

test("the floor's address says what is danced; what it says wrongly is the whole routine at full speed", () => {
  const plan = { version: "v", section: 1, rate: 0.75 };
  expect(planOf(search(floorAddress("c", plan)), dance.sections)).toEqual(plan);
  expect(planOf("?version=v&section=99&rate=7", dance.sections)).toEqual({ version: "v", section: -1, rate: 1 });
  expect(planOf("?section=1", dance.sections)).toBeNull();
});

test("the share in which each was seen is of the section alone", () => {
  const [from, to] = [0, 16].map((count) => timeOfCount(dance.tempo, count)) as [number, number];
  const pose = (seen: boolean) => new Float32Array(POSE_SIZE).fill(seen ? 0.8 : 0);
  const track = (seen: (share: number) => boolean): PoseFrame[] =>
    Array.from({ length: 140 }, (_, i) => {
      const share = (i - 20) / 100;
      return { time: from + (to - from) * share, pose: pose(seen(share)) };
    });
  const span = [{ kind: "verse", from: 0, to: 16 }] as const;
  const shares = seenShares(
    { tracks: [track(() => true), track((at) => at < 0.5), track((at) => at < 0 || at > 1)], section: 0 },
    { ...dance, sections: span },
  );
  expect(shares.map((it) => Math.round(it * 10))).toEqual([10, 5, 0]);
});

test.each([1, 0.5, 0.2])(
  "who ends at a share of %s of the section is told how far apart they were until then",
  (share) => {
    const section = dance.sections.findIndex(({ kind }) => kind === "chorus");
    const { from, to } = dance.sections[section] ?? { from: 0, to: 0 };
    const end = timeOfCount(dance.tempo, from + (to - from) * share);
    const tracks = [0, 0.12, 0].map((late, seed) =>
      perform(dance.track, { late, seed, noise: 0.004 }).filter(({ time }) => time <= end),
    );
    const live = { id: 1, crew: "c", atMs: 0, version: "v", rate: 1, section, numbers: [1, 2, 3], names: [], tracks };
    const { spread, counts, members } = liveSync(live, dance);
    expect(spread).toBeGreaterThan(0.04);
    expect(spread).toBeLessThan(0.08);
    expect(counts.length).toBe(Math.round((to - from) * share));
    expect(members[1]?.lag).toBeGreaterThan(0.1);
  },
);

test("a bar keeps what was told of its count until that is told anew", () => {
  const bars = new SpreadBars();
  bars.begin(8);
  bars.tell(7, 0.05);
  bars.tell(8, null);
  bars.begin(16);
  expect([bars.now, bars.spreads[7], bars.spreads[0]]).toEqual([0, 0.05, null]);
  bars.tell(15, 0.1);
  expect(bars.spreads[7]).toBe(0.1);
  bars.clear();
  expect([bars.now, ...bars.spreads]).toEqual([-1, ...Array.from({ length: 8 }, () => null)]);
});

test("of several the farthest off is told; of two, the later is behind the other; alone, nobody is off", () => {
  const seen = (...offsets: number[]) => offsets.map((offset, i) => ({ number: i + 1, offset }));
  expect(farthestOff(seen(0.01, -0.12, 0.08))).toEqual({ number: 2, seconds: -0.12, behind: null });
  expect(farthestOff(seen(0.01, -0.04, 0.03))).toBeNull();
  expect(farthestOff(seen(0.1, -0.1))).toEqual({ number: 1, seconds: 0.2, behind: 2 });
  expect(farthestOff(seen(0.02, -0.02))).toBeNull();
  expect(farthestOff(seen(0.2))).toBeNull();
});

test("two who were mixed up swap names by one choice; a name taken away leaves the number", () => {
  expect(swapName(["Ara", "Bin", ""], 0, "Bin")).toEqual(["Bin", "Ara", ""]);
  expect(swapName(["Ara", "Bin", ""], 2, "Ara")).toEqual(["", "Bin", "Ara"]);
  expect(swapName(["Ara", "Bin", ""], 1, "")).toEqual(["Ara", "", ""]);
  expect(swapName([], 2, "Choi")).toEqual(["", "", "Choi"]);
});
