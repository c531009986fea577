import { encodeReplay } from "#dance/replay/codec.ts";
import { ApiProblem, api, type Summary } from "../api.ts";
import type { EndedTake } from "../stage/index.ts";
import { someDancer } from "./dancer.ts";
import { keepAndSend } from "./sending.ts";

/** What is danced and how. */
export interface Danced {
  readonly summary: Summary;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
}

/** A take opened at the Worker, or one of this device alone, and why. */
export interface OpenedTake {
  readonly id: string;
  readonly sendable: boolean;
  /** Problem code with which the Worker did not open it; null where it did, or could not be reached. */
  readonly problem: string | null;
}

/** A sitting lasts as long as the page is open. */
let sitting: Promise<{ id: string }> | null = null;
async function session(): Promise<string> {
  sitting ??= api.openSession();
  try {
    return (await sitting).id;
  } catch (cause) {
    sitting = null;
    throw cause;
  }
}

/** Opens a take before it is danced. Never throws: without the Worker the dance goes on, judged on this device. */
export async function openTake({ summary, section, rate, mirror }: Danced): Promise<OpenedTake> {
  try {
    await someDancer();
    const { id } = await api.openTake({ session: await session(), version: summary.version, section, rate, mirror });
    return { id, sendable: true, problem: null };
  } catch (cause) {
    const problem = cause instanceof ApiProblem ? cause.code : null;
    return { id: `local-${crypto.randomUUID()}`, sendable: false, problem };
  }
}

/** Keeps a finished take on this device and sends it; resolves when it is safe here. */
export async function closeTake(danced: Danced, opened: OpenedTake, ended: EndedTake): Promise<void> {
  const { summary, section, rate, mirror } = danced;
  const replay = encodeReplay({
    version: summary.version,
    section,
    rate,
    mirror,
    takeId: opened.id,
    frames: ended.frames,
  });
  await keepAndSend({
    id: opened.id,
    version: summary.version,
    slug: summary.slug,
    section,
    rate,
    mirror,
    endedAt: Date.now(),
    replay,
    result: ended.result,
    sendable: opened.sendable,
    refused: null,
  });
}
