import type { Level, Section, SongRecipe, Text } from "#dance/choreo/choreography.ts";
import type { Grade, TakeResult } from "#dance/scoring/result.ts";

export interface Dancer {
  readonly id: string;
  readonly name: string;
}

/** What a list tells of one version of a choreography. */
export interface Summary {
  readonly version: string;
  readonly slug: string;
  readonly title: Text;
  readonly about: Text;
  readonly level: Level;
  readonly bpm: number;
  readonly firstBeat: number;
  readonly counts: number;
  readonly seconds: number;
  readonly sections: readonly Section[];
  readonly cover: readonly number[];
  readonly song: SongRecipe | null;
}

export interface Standing {
  readonly rank: number;
  readonly dancer: Dancer;
  readonly score: number;
  readonly grade: Grade;
  readonly takeId: string;
  readonly at: number;
  readonly mine: boolean;
}

export interface Board {
  readonly standings: readonly Standing[];
  readonly next: string | null;
  readonly me: Standing | null;
  readonly dancers: number;
}

export interface TakeRow {
  readonly id: string;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  readonly openedAt: number;
  readonly judgedAt: number | null;
  readonly score: number | null;
}

export interface JudgedTake {
  readonly take: TakeRow;
  readonly result: TakeResult | null;
  readonly standing: Standing | null;
}

export interface ClosedTake {
  readonly take: TakeRow;
  readonly result: TakeResult;
  readonly standing: Standing | null;
  readonly best: boolean;
}

export interface TakeAsk {
  readonly session: string;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
}

/** A failure that the Worker told by code. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The Worker could not be reached at all. */
export class Unreachable extends Error {}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, { credentials: "same-origin", ...init });
  } catch (cause) {
    throw new Unreachable(`no answer from ${path}`, { cause });
  }
  if (answer.ok) return answer;
  const told = (await answer.json().catch(() => null)) as { problem?: { code: string; message: string } } | null;
  throw new ApiProblem(told?.problem?.code ?? "internal", answer.status, told?.problem?.message ?? answer.statusText);
}

const json = async <T>(path: string, init?: RequestInit): Promise<T> => (await ask(path, init)).json() as Promise<T>;
const bytes = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await ask(path)).arrayBuffer());
const send = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** The Worker's doors, one function each. All throw ApiProblem or Unreachable. */
export const api = {
  me: () => json<{ dancer: Dancer | null }>("/me").then((r) => r.dancer),
  introduce: (name: string) => json<Dancer>("/dancers", send("POST", { name })),
  rename: (name: string) => json<Dancer>("/me", send("PATCH", { name })),
  choreographies: () => json<{ choreographies: Summary[] }>("/choreographies").then((r) => r.choreographies),
  choreographyFile: (version: string) => bytes(`/choreographies/${version}/file`),
  board: (version: string, section: number, after: string | null) =>
    json<Board>(
      `/choreographies/${version}/sections/${section}/leaderboard${after ? `?after=${encodeURIComponent(after)}` : ""}`,
    ),
  openSession: () => json<{ id: string }>("/sessions", send("POST", {})),
  openTake: (take: TakeAsk) => json<{ id: string; expiresAt: number }>("/takes", send("POST", take)),
  closeTake: (id: string, replay: Uint8Array) =>
    json<ClosedTake>(`/takes/${id}/replay`, {
      method: "PUT",
      headers: { "content-type": "application/vnd.eightcount.replay" },
      body: new Blob([replay as Uint8Array<ArrayBuffer>]),
    }),
  take: (id: string) => json<JudgedTake>(`/takes/${id}`),
  replay: (id: string) => bytes(`/takes/${id}/replay`),
  myTakes: (version: string, section: number) =>
    json<{ takes: TakeRow[] }>(`/takes?version=${version}&section=${section}`).then((r) => r.takes),
};
