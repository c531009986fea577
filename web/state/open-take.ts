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
import { type KeptTake, OPENING_MS, outbox } from "./outbox.ts";
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
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), OPENING_MS));
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

/**
 * Keeps a finished take on this device and sends it, but for one of a draft; resolves with how it was opened when it is
 * safe here. As long as the Worker is still opening it, it lies here under an id of its own: a tab that is closed then
 * leaves a take that was danced without network, and not none.
 */
export async function closeTake(danced: Danced, opening: Promise<OpenedTake>, ended: EndedTake): Promise<OpenedTake> {
  const endedAt = Date.now();
  const soon = await (danced.summary.draft ? opening : Promise.race([opening, Promise.resolve(null)]));
  if (soon) {
    await keep(danced, soon, ended, endedAt);
    return soon;
  }
  const spare = unopened();
  await outbox.put({ ...sentTake(danced, spare, ended, endedAt), opening: true });
  const opened = await opening;
  await keep(danced, opened, ended, endedAt, spare.id);
  return opened;
}

/** What lies on this device of a take. */
function keptTake({ summary, section, rate, mirror, seated }: Danced, id: string, ended: EndedTake, endedAt: number) {
  const { version } = summary;
  const replay = encodeReplay({ version, section, rate, mirror, seated, takeId: id, frames: ended.frames });
  return { id, version, section, rate, mirror, seated, endedAt, replay, result: ended.result };
}

const sentTake = (danced: Danced, { id, opened }: OpenedTake, ended: EndedTake, endedAt: number): KeptTake => ({
  ...keptTake(danced, id, ended, endedAt),
  slug: danced.summary.slug,
  opened,
  refused: null,
});

async function keep(danced: Danced, opened: OpenedTake, ended: EndedTake, endedAt: number, instead?: string) {
  const { draft } = danced.summary;
  if (!draft) return keepAndSend(sentTake(danced, opened, ended, endedAt), instead);
  rememberPass(passOf(danced, opened.id, ended));
  await draftTakes.put(
    { ...keptTake(danced, opened.id, ended, endedAt), draft },
    encodeChoreography(danced.choreography),
  );
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
