import type { Choreography } from "#dance/choreo/choreography.ts";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { spanOf } from "#dance/choreo/summary.ts";
import { kindOf } from "#dance/practice/board.ts";
import { secondsDanced } from "#dance/practice/progress.ts";
import { sectionSpan } from "#dance/practice/span.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { ApiProblem, api, type Summary } from "../api.ts";
import type { EndedTake } from "../stage/index.ts";
import { someDancer } from "./dancer.ts";
import { draftTakes } from "./draft-takes.ts";
import { type PractisedPass, rememberPass } from "./practised.ts";
import { keepAndSend } from "./sending.ts";
import { inSitting } from "./sitting.ts";

/** What is danced and how. */
export interface Danced {
  readonly summary: Summary;
  readonly choreography: Choreography;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated: boolean;
}

/** A take opened at the Worker, or one that it opens only when it is delivered, and why. */
export interface OpenedTake {
  readonly id: string;
  readonly opened: boolean;
  /** Problem code with which the Worker did not open it; null where it did, or could not be reached. */
  readonly problem: string | null;
}

/** Milliseconds after which a Worker that does not answer counts as out of reach: the dance does not wait for it. */
const PATIENCE_MS = 8_000;

/**
 * Opens a take before it is danced. Never throws: without the Worker the dance goes on, judged on this device. The Worker
 * is not told of a draft at all.
 */
export async function openTake({ summary, section, rate, mirror, seated }: Danced): Promise<OpenedTake> {
  if (summary.draft) return unopened();
  const opening = (async () => {
    await someDancer();
    return inSitting((session) => api.openTake({ session, version: summary.version, section, rate, mirror, seated }));
  })();
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  try {
    const answer = await Promise.race([opening, tooLong]);
    if (answer) return { id: answer.id, opened: true, problem: null };
  } catch (cause) {
    return { ...unopened(), problem: cause instanceof ApiProblem ? cause.code : null };
  }
  opening.catch(() => undefined);
  return unopened();
}

/** A take under an id of this device's own, by which the Worker opens it later. */
const unopened = (): OpenedTake => ({ id: crypto.randomUUID(), opened: false, problem: null });

/** Keeps a finished take on this device and sends it, but for one of a draft; resolves when it is safe here. */
export async function closeTake(danced: Danced, opened: OpenedTake, ended: EndedTake): Promise<void> {
  const { summary, choreography, section, rate, mirror, seated } = danced;
  const replay = encodeReplay({
    version: summary.version,
    section,
    rate,
    mirror,
    seated,
    takeId: opened.id,
    frames: ended.frames,
  });
  const { version, slug, draft } = summary;
  const take = { id: opened.id, version, section, rate, mirror, seated, endedAt: Date.now(), replay };
  if (!draft) return keepAndSend({ ...take, slug, result: ended.result, opened: opened.opened, refused: null });
  rememberPass(passOf(danced, take.id, ended));
  await draftTakes.put({ ...take, result: ended.result, draft }, encodeChoreography(choreography));
}

/** A take of a draft as practice of this device. */
function passOf({ summary, section, rate, mirror, seated }: Danced, id: string, { result }: EndedTake): PractisedPass {
  const { from, to } = spanOf(summary, section) ?? { from: 0, to: 0 };
  return {
    ...{ id, version: summary.version, section, kind: kindOf({ mirror, seated }), rate },
    span: sectionSpan(summary, section),
    score: result.score,
    atMs: Date.now(),
    seconds: secondsDanced(to - from, rate),
  };
}
