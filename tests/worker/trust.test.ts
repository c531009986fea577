import { expect, test } from "vitest";
import { mirrorPose, POSE_SIZE, type Pose, snapPose, snapTime, type Track } from "#dance/pose/pose.ts";
import { type Answer, Client, count, dancer } from "./client.ts";
import { bytesOf, CHORUS, danced, lots, publish, reference } from "./dance.ts";

const { from, to } = CHORUS;
const moved = (track: Track, change: (value: number, i: number) => number, later = 0): Track =>
  track.map(({ time, pose }) => ({ time: snapTime(time + later), pose: snapPose(pose.map(change)) }));
/** Laid elsewhere in the picture and smaller. */
const elsewhere = (value: number, i: number) => (i % 3 === 2 ? value : 0.1 + value * 0.8);
const random = lots("any pose");
/** Any numbers at all within the picture, seen for certain. */
const anyPose = (): Pose => Float32Array.from({ length: POSE_SIZE }, (_, i) => (i % 3 === 2 ? 1 : random()));

/** Judged, kept with its reason in the dancer's own history, and on no board. */
async function doubted(who: Client, { status, body }: Answer, doubt: string): Promise<void> {
  expect({ status, best: body.best, standing: body.standing, doubt: body.take?.doubt }).toEqual({
    status: 200,
    best: false,
    standing: null,
    doubt,
  });
  const { body: own } = await who.get(`/takes/${body.take.id}`);
  expect(own).toMatchObject({ take: { doubt, score: body.result.score }, verified: null });
  const { body: history } = await who.get("/takes");
  expect(history.takes.find(({ id }: { id: string }) => id === body.take.id).doubt).toBe(doubt);
  expect((await new Client().get(`/takes/${body.take.id}`)).status).toBe(404);
}

test("the reference itself is no dance: not as it is, not later, not elsewhere in the picture, not at another frame rate", async () => {
  const version = await publish();
  const mina = await dancer();
  const copy = reference(from, to);
  const forged: Track[] = [
    copy,
    moved(copy, (value) => value, 0.13),
    moved(copy, elsewhere, -0.07),
    moved(copy, (value, i) => (i % 3 === 2 ? value : value + ((i % 2) - 0.5) / 2048)),
    copy.filter((_, i) => i % 2 === 0),
  ];
  for (const frames of forged) await doubted(mina, await mina.dance(version, { frames }), "doubt-reference");
  const take = await mina.open(version, { mirror: true });
  const mirrored = copy.map(({ time, pose }) => ({ time, pose: snapPose(mirrorPose(pose, 0.5)) }));
  await doubted(
    mina,
    await mina.put(take, bytesOf(take, version, { mirror: true, frames: mirrored })),
    "doubt-reference",
  );
  expect([await count("bests"), await count("buckets")]).toEqual([0, 0]);
});

test("bones that stretch are nobody's: poses drawn by lot, a body that pumps, arms of three trunks", async () => {
  const version = await publish();
  const mina = await dancer();
  const pumping = (track: Track): Track =>
    track.map(({ time, pose }) => {
      const size = 0.2 + 2 * random();
      return { time, pose: snapPose(pose.map((value, i) => (i % 3 === 2 ? value : value * size))) };
    });
  const longArms = (value: number, i: number, pose: Pose) => {
    const shoulder = i < 30 && i >= 27 ? i - 12 : -1;
    return shoulder < 0 || i % 3 === 2 ? value : (pose[shoulder] as number) + 7 * (value - (pose[shoulder] as number));
  };
  const forged: Track[] = [
    danced(from, to).map(({ time }) => ({ time, pose: snapPose(anyPose()) })),
    pumping(danced(from, to)),
    danced(from, to).map(({ time, pose }) => ({ time, pose: snapPose(pose.map((v, i) => longArms(v, i, pose))) })),
  ];
  for (const frames of forged) await doubted(mina, await mina.dance(version, { frames }), "doubt-bones");
  expect(await count("bests")).toBe(0);
});

test("another dancer's poses are theirs, whatever the times and the place; a copy of a copy too", async () => {
  const version = await publish();
  const [mina, jihyo, sana] = [await dancer("Mina"), await dancer("Jihyo"), await dancer("Sana")];
  const frames = danced(from, to);
  expect((await mina.dance(version, { frames })).body.best).toBe(true);
  const forged: Track[] = [
    frames,
    moved(frames, (value) => value, 0.2),
    moved(frames, (value, i) => (i % 3 === 2 ? value : value + 0.125)),
    moved(frames, (value, i) => (i % 3 === 2 ? value : value + ((i % 2) - 0.5) / 2048)),
  ];
  const last = frames.at(-1) as Track[number];
  forged.push(
    frames.slice(1),
    frames.filter((_, i) => i % 2 === 0),
    moved(frames, elsewhere).slice(3),
  );
  forged.push([...frames, { ...last, time: snapTime(last.time + 1 / 30) }]);
  for (const copy of forged) await doubted(jihyo, await jihyo.dance(version, { frames: copy }), "doubt-copied");
  const turned = await jihyo.open(version, { mirror: true });
  const mirrored = frames.map(({ time, pose }) => ({ time, pose: snapPose(mirrorPose(pose, 0.5)) }));
  await doubted(
    jihyo,
    await jihyo.put(turned, bytesOf(turned, version, { mirror: true, frames: mirrored })),
    "doubt-copied",
  );
  await doubted(sana, await sana.dance(version, { frames }), "doubt-copied");
  expect((await mina.dance(version, { frames })).body.take.doubt).toBeNull();
  expect((await jihyo.dance(version)).body).toMatchObject({ best: true, take: { doubt: null } });
  expect(await count("bests")).toBe(4);
});

test("a standing says how it was verified: the rules, the replay, the moment; anybody may check", async () => {
  const version = await publish();
  const mina = await dancer();
  const { body } = await mina.dance(version);
  const { body: shown } = await new Client().get(`/takes/${body.take.id}`);
  expect(shown.verified).toEqual({ rules: body.result.rules, replay: expect.any(String), at: body.take.judgedAt });
  const { body: bytes } = await new Client().get(`/takes/${body.take.id}/replay`);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  expect(shown.verified.replay).toBe(Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join(""));
  const open = await mina.open(version);
  expect((await mina.get(`/takes/${open}`)).body.verified).toBeNull();
});

test("trembling laid over the reference or over another dancer's poses hides neither", async () => {
  const version = await publish();
  const [mina, jihyo] = [await dancer("Mina"), await dancer("Jihyo")];
  const chance = (n: number): number => (Math.sin(n) * 43_758.5453) % 1; // -1..1, the same in every run
  const trembling = (track: Track, most: number): Track =>
    track.map(({ time, pose }, f) => ({
      time,
      pose: snapPose(pose.map((value, i) => (i % 3 === 2 ? value : value + most * chance(f * 51 + i)))),
    }));
  await doubted(mina, await mina.dance(version, { frames: trembling(reference(from, to), 0.006) }), "doubt-reference");
  const frames = danced(from, to);
  expect((await mina.dance(version, { frames })).body.best).toBe(true);
  await doubted(jihyo, await jihyo.dance(version, { frames: trembling(frames, 0.001) }), "doubt-copied");
});
