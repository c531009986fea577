import type { Choreography } from "#dance/choreo/choreography.ts";
import { decodeChoreography } from "#dance/choreo/file.ts";
import type { Track } from "#dance/pose/pose.ts";
import { prepare, type Reference } from "#dance/scoring/reference.ts";
import type { Bindings } from "./env.ts";
import { LIMITS } from "./limits.ts";
import { getChoreography } from "./replays.ts";

/** Keeps the latest few of what is costly to make; an isolate judges many takes of few sections. */
class Recent<T> {
  private readonly kept = new Map<string, T>();
  private readonly room: number;

  constructor(room: number) {
    this.room = room;
  }

  get(key: string): T | undefined {
    const value = this.kept.get(key);
    if (value !== undefined) this.put(key, value);
    return value;
  }

  put(key: string, value: T): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.room && oldest !== undefined) this.kept.delete(oldest);
  }
}

const choreographies = new Recent<Choreography>(LIMITS.readyChoreographies);
const references = new Recent<Reference>(LIMITS.readyReferences);

/** A section made ready for judging; null where the version was taken back. A broken file is a bug and throws. */
export async function referenceOf(env: Bindings, version: string, section: number): Promise<Reference | null> {
  const key = `${version}/${section}`;
  const ready = references.get(key);
  if (ready) return ready;
  const choreography = await load(env, version);
  if (!choreography) return null;
  const reference = prepare(choreography, section);
  references.put(key, reference);
  return reference;
}

/** The track of a version as it was published; none where it was taken back. */
export const trackOf = async (env: Bindings, version: string): Promise<Track> =>
  (await load(env, version))?.track ?? [];

async function load(env: Bindings, version: string): Promise<Choreography | null> {
  const ready = choreographies.get(version);
  if (ready) return ready;
  const file = await getChoreography(env, version);
  if (!file) return null;
  const read = decodeChoreography(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) throw new Error(`the file of choreography ${version} is broken: ${read.problem.message}`);
  choreographies.put(version, read.value);
  return read.value;
}
