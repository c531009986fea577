// A small dance for the tests of the API: 16 counts at 120 beats a minute, two sections, arms and legs that swing.

import { env } from "cloudflare:workers";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { CHOREOGRAPHY_MEDIA_TYPE, encodeChoreography } from "#dance/choreo/file.ts";
import { summaryOf } from "#dance/choreo/summary.ts";
import { type Pose, snapPose, snapTime, type Track } from "#dance/pose/pose.ts";
import { encodeReplay, type Replay } from "#dance/replay/codec.ts";
import { sha256 } from "../../worker/env.ts";
import type { Answer } from "./client.ts";

/** Shoulders, elbows, wrists, hips, knees, ankles of one side, each swinging about its joint. */
export function poseAt(time: number, swing = 1): Pose {
  const pose = new Float32Array(51);
  const put = (index: number, x: number, y: number) => pose.set([x, y, 0.9], index * 3);
  for (let face = 0; face < 5; face++) put(face, 0.5 + (face - 2) * 0.015, 0.2);
  const beat = Math.PI * time * 2;
  for (const [side, sign] of [
    [0, 1],
    [1, -1],
  ] as const) {
    const arm = 0.9 + 0.8 * swing * Math.sin(beat / 2 + side);
    const leg = 0.25 + 0.2 * swing * Math.sin(beat / 4 + side * 2);
    const shoulder = [0.5 + sign * 0.08, 0.32] as const;
    const hip = [0.5 + sign * 0.05, 0.55] as const;
    put(5 + side, ...shoulder);
    put(7 + side, shoulder[0] + sign * 0.12 * Math.sin(arm), shoulder[1] + 0.12 * Math.cos(arm));
    put(9 + side, shoulder[0] + sign * 0.24 * Math.sin(arm), shoulder[1] + 0.24 * Math.cos(arm));
    put(11 + side, ...hip);
    put(13 + side, hip[0] + sign * 0.18 * Math.sin(leg), hip[1] + 0.18 * Math.cos(leg));
    put(15 + side, hip[0] + sign * 0.36 * Math.sin(leg), hip[1] + 0.36 * Math.cos(leg));
  }
  return snapPose(pose);
}

/** The dance itself: frames at 30 a second. */
export const reference = (from: number, to: number, swing = 1): Track =>
  Array.from({ length: Math.round((to - from) * 30) }, (_, i) => {
    const time = snapTime(from + i / 30);
    return { time, pose: poseAt(time, swing) };
  });

/** As a camera's detector sees it: no two dances tremble alike, unless by the same seed. A swing under 1 is lazy. */
export const danced = (from: number, to: number, swing = 1, seed = `dance ${++dances}`): Track =>
  trembling(reference(from, to, swing), seed);
let dances = 0;

/** Numbers from 0 to 1, the same for every seed. */
export function lots(seed: string): () => number {
  let state = [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The same frames with a body of one's own (keypoints up to 0.007 picture heights off) that trembles by 0.004. */
function trembling(track: Track, seed: string): Track {
  const lot = lots(seed);
  const random = () => 0.007 * (2 * lot() - 1);
  const body = Float32Array.from({ length: 51 }, () => random());
  return track.map(({ time, pose }) => ({
    time,
    pose: snapPose(pose.map((value, i) => (i % 3 === 2 ? value : value + (body[i] ?? 0) + random()))),
  }));
}

export const choreographyNamed = (slug: string): Choreography => ({
  slug,
  title: { en: slug, ko: slug },
  about: { en: "Two eight-counts", ko: "에잇카운트 둘" },
  level: "easy",
  tempo: { bpm: 120, firstBeat: 0 },
  counts: 16,
  sections: [
    { kind: "verse", from: 0, to: 8 },
    { kind: "chorus", from: 8, to: 16 },
  ],
  keyframes: Array.from({ length: 16 }, (_, count) => ({ count, weight: 1, pose: poseAt(count / 2) })),
  track: reference(0, 8.1),
  song: null,
});

/** Publishes a choreography and gives its version. */
export const publish = (slug = "first-steps"): Promise<string> => publishOne(choreographyNamed(slug));

export async function publishOne(choreography: Choreography): Promise<string> {
  const bytes = encodeChoreography(choreography);
  const version = await sha256(bytes);
  await env.REPLAYS.put(`choreographies/${version}`, bytes);
  await env.DB.prepare(
    "insert into choreographies (version, slug, summary, current, published_at) values (?, ?, ?, 1, 1)",
  )
    .bind(version, choreography.slug, JSON.stringify(summaryOf(choreography)))
    .run();
  return version;
}

/** Seconds of song of section 1, the one that the tests dance. */
export const CHORUS = { section: 1, from: 4, to: 8 } as const;

/** Ids of takes come by lot, bodies must not: the first take is danced by the first body, and again by the same. */
const bodies = new Map<string, string>();
function bodyOf(takeId: string): string {
  const body = bodies.get(takeId) ?? `body ${bodies.size + 1}`;
  bodies.set(takeId, body);
  return body;
}

export const replayOf = (takeId: string, version: string, change: Partial<Replay> = {}): Replay => ({
  version,
  section: CHORUS.section,
  rate: 1,
  mirror: false,
  seated: false,
  takeId,
  frames: danced(CHORUS.from, CHORUS.to, 1, bodyOf(takeId)),
  ...change,
});

export const bytesOf = (takeId: string, version: string, change: Partial<Replay> = {}): Uint8Array =>
  encodeReplay(replayOf(takeId, version, change));

/** Publishes a choreography in a dancer's name, as the studio does. */
export const upload = (
  who: { ask(method: string, path: string, body: Uint8Array, headers: Record<string, string>): Promise<Answer> },
  choreography: Choreography | Uint8Array,
  audience = "visibility=everyone",
): Promise<Answer> =>
  who.ask(
    "POST",
    `/choreographies?${audience}`,
    choreography instanceof Uint8Array ? choreography : encodeChoreography(choreography),
    { "content-type": CHOREOGRAPHY_MEDIA_TYPE },
  );
