import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";
import type { ClientResponse } from "hono/client";
import { hc } from "hono/client";
import type { Summary as ChoreographySummary } from "#dance/choreo/summary.ts";
import type { BoardKind, BoardScope, BoardWindow } from "#dance/practice/board.ts";
import type { Role } from "#dance/practice/permission.ts";
import type { Doubt } from "#dance/replay/trust.ts";
import type { Grade, TakeResult } from "#dance/scoring/result.ts";
import type { Api } from "../worker/api.ts";
import type { ProblemCode } from "../worker/problem.ts";

export type { ProblemCode };

export interface Dancer {
  readonly id: string;
  readonly name: string;
}

/** What a list tells of one version of a choreography. */
export interface Summary extends ChoreographySummary {
  readonly version: string;
}

/** A row of a board; `at` in ms since 1970. */
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
  /** Version of the rules by which all of it was judged. */
  readonly rules: number;
}

/** Which of a section's boards; `crew` names one where the scope is that. */
export interface BoardAsk {
  readonly kind: BoardKind;
  readonly window: BoardWindow;
  readonly scope: BoardScope;
  readonly crew: string;
}

/** A take as the Worker keeps it; moments in ms since 1970. */
export interface TakeRow {
  readonly id: string;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated: boolean;
  readonly openedAt: number;
  /** When it was danced, where that was without network and it was opened afterwards; null else. */
  readonly dancedAt: number | null;
  readonly judgedAt: number | null;
  readonly score: number | null;
  /** Why it is not believed to have been danced; null where nothing speaks against it. */
  readonly doubt: Doubt | null;
}

/** How a take was verified: judged again by the Worker, by these rules, from the replay of this SHA-256. */
export interface Verified {
  readonly rules: number;
  readonly replay: string;
  /** ms since 1970. */
  readonly at: number;
}

export interface JudgedTake {
  readonly take: TakeRow;
  readonly result: TakeResult | null;
  readonly standing: Standing | null;
  /** Null where it was danced out of the Worker's sight, or something speaks against it. */
  readonly verified: Verified | null;
  /** Judged by rules that do not stand yet, as its board. */
  readonly waits: boolean;
}

/** A take that I may see, and who danced it. */
export interface SeenTake extends JudgedTake {
  readonly dancer: Dancer;
  readonly mine: boolean;
}

export interface ClosedTake extends JudgedTake {
  readonly result: TakeResult;
  readonly best: boolean;
}

/** How a take of mine is shared; `at` in ms since 1970. */
export interface Share {
  readonly at: number;
  readonly named: boolean;
  readonly replay: boolean;
}
/** A take of mine that has a page. */
export interface ListedShare extends Share {
  readonly takeId: string;
  readonly version: string;
  readonly section: number;
  readonly score: number | null;
}
export interface ShareChoice extends Omit<Share, "at"> {
  readonly language: "en" | "ko";
}

/** A take as whoever has its link sees it. */
export interface SharedTake {
  readonly dancer: { readonly name: string } | null;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated: boolean;
  readonly dancedAt: number;
  readonly at: number;
  readonly result: TakeResult;
  readonly verified: Verified | null;
  readonly replay: boolean;
}

export interface TakeAsk {
  readonly session: string;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated?: boolean;
  /** For a take that was danced before it could be opened: the id that this device gave it, and when it was danced. */
  readonly late?: { readonly id: string; readonly dancedAt: number };
}

/** What is mine beside takes; moments in ms since 1970. */
export interface Account {
  readonly dancer: Dancer;
  readonly createdAt: number;
  readonly hidden: boolean;
  /** How many recovery codes are left. */
  readonly recoveryCodes: number;
}

export interface Device {
  readonly id: string;
  /** "Chrome, Mac", or empty where the browser does not say. */
  readonly name: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly here: boolean;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly usedAt: number | null;
  /** Kept on several devices by whoever made it. */
  readonly synced: boolean;
}

/** What a deletion removed. */
export interface Receipt {
  readonly receipt: string;
  readonly at: number;
  readonly deleted: Readonly<Record<string, number>>;
}

/** A crew as its list tells it; `role` is mine. */
export interface CrewHead {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface Member {
  readonly dancer: Dancer;
  readonly role: Role;
  readonly joinedAt: number;
  readonly me: boolean;
}

export interface Crew extends CrewHead {
  readonly members: readonly Member[];
}

/** An open invite as the staff of its crew see it. */
export interface Invite {
  readonly id: string;
  readonly mine: boolean;
  readonly usesLeft: number;
  readonly expiresAt: number;
}

/** What an invite opens, to whoever holds it. */
export interface Invitation {
  readonly crew: { readonly name: string; readonly members: number };
  /** Who made it. */
  readonly by: string;
  readonly usesLeft: number;
  readonly expiresAt: number;
}

/** A challenge to be made; `dueAt` in ms since 1970. */
export interface ChallengeAsk {
  readonly title: string;
  readonly version: string;
  readonly section: number;
  readonly kind: BoardKind;
  readonly dueAt: number;
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

/** The code of whatever a question to the Worker threw, for its sentence. */
export const problemOf = (cause: unknown): string =>
  cause instanceof ApiProblem ? cause.code : cause instanceof Unreachable ? "unreachable" : "internal";

/** fetch whose failures are ours: Unreachable where nobody answers, ApiProblem where the Worker says no. */
async function reach(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(input, init);
  } catch (cause) {
    throw new Unreachable("no answer", { cause });
  }
  if (answer.ok) return answer;
  const told = (await answer.json().catch(() => null)) as { problem?: { code: string; message: string } } | null;
  throw new ApiProblem(told?.problem?.code ?? "internal", answer.status, told?.problem?.message ?? answer.statusText);
}

const { api: at } = hc<Api>("/", { fetch: reach });

/** The body of the good answer; every other has been thrown by then. */
type Told<R> = R extends ClientResponse<infer Body, 200 | 201, "json"> ? Body : never;
const told = async <R extends { json(): Promise<unknown> }>(answer: Promise<R>): Promise<Told<R>> =>
  (await answer).json() as Promise<Told<R>>;
const bytes = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await reach(path)).arrayBuffer());

/** The Worker's doors, one function each. All throw ApiProblem or Unreachable. */
export const api = {
  me: async (): Promise<Dancer | null> => (await told(at.me.$get())).dancer,
  introduce: (name: string): Promise<Dancer> => told(at.dancers.$post({ json: { name } })),
  rename: (name: string): Promise<Dancer> => told(at.me.$patch({ json: { name } })),
  choreographies: async (): Promise<readonly Summary[]> => (await told(at.choreographies.$get())).choreographies,
  choreography: (version: string): Promise<Summary> => told(at.choreographies[":version"].$get({ param: { version } })),
  choreographyFile: (version: string) => bytes(`/api/choreographies/${version}/file`),
  board: (version: string, section: number, which: BoardAsk, after: string | null): Promise<Board> => {
    const { kind, window, scope, crew } = which;
    const query = { kind, window, scope, ...(scope === "crew" && { crew }), ...(after && { after }) };
    return told(
      at.choreographies[":version"].sections[":section"].leaderboard.$get({
        param: { version, section: String(section) },
        query,
      }),
    );
  },
  /** My standing with those above and below it. */
  around: async (version: string, section: number, { kind, window }: BoardAsk): Promise<readonly Standing[]> => {
    const param = { version, section: String(section) };
    const board = at.choreographies[":version"].sections[":section"].leaderboard;
    return (await told(board.around.$get({ param, query: { kind, window } }))).standings;
  },
  picks: async () => (await told(at.me.picks.$get())).picks,
  pick: (dancer: string) => told(at.me.picks[":dancer"].$put({ param: { dancer } })),
  unpick: (dancer: string) => told(at.me.picks[":dancer"].$delete({ param: { dancer } })),
  openSession: (): Promise<{ readonly id: string }> => told(at.sessions.$post()),
  openTake: (take: TakeAsk): Promise<{ readonly id: string; readonly expiresAt: number }> =>
    told(at.takes.$post({ json: take })),
  closeTake: async (id: string, replay: Uint8Array, signal: AbortSignal): Promise<ClosedTake> => {
    const answer = await reach(`/api/takes/${id}/replay`, {
      method: "PUT",
      headers: { "content-type": "application/vnd.eightcount.replay" },
      body: replay as Uint8Array<ArrayBuffer>,
      signal,
    });
    return answer.json() as Promise<ClosedTake>;
  },
  take: (id: string): Promise<SeenTake> => told(at.takes[":id"].$get({ param: { id } })),
  replay: (id: string) => bytes(`/api/takes/${id}/replay`),
  /** My judged takes of a section, newest first. */
  takesOf: async (version: string, section: number): Promise<readonly TakeRow[]> =>
    (await told(at.takes.$get({ query: { version, section: String(section) } }))).takes,
  /** The first page of a section's board, of everybody or of a crew of mine. */
  rivals: async (version: string, section: number, kind: BoardKind, crew: string | null) => {
    const param = { version, section: String(section) };
    const query = { kind, ...(crew !== null && { scope: "crew" as const, crew }) };
    const board = at.choreographies[":version"].sections[":section"].leaderboard;
    return (await told(board.$get({ param, query }))).standings as readonly Standing[];
  },
  challenges: async (crew: string) => (await told(at.crews[":id"].challenges.$get({ param: { id: crew } }))).challenges,
  makeChallenge: (crew: string, ask: ChallengeAsk) =>
    told(at.crews[":id"].challenges.$post({ param: { id: crew }, json: ask })),
  challenge: (id: string) => told(at.challenges[":id"].$get({ param: { id } })),
  endChallenge: (id: string) => told(at.challenges[":id"].$delete({ param: { id } })),
  /** Makes the page of a take of mine (named and shown as chosen), with its card; its token is told only now. */
  share: async (id: string, card: Blob, choice: ShareChoice): Promise<Share & { readonly token: string }> => {
    const query = new URLSearchParams({
      named: choice.named ? "1" : "0",
      replay: choice.replay ? "1" : "0",
      language: choice.language,
    });
    const init = { method: "PUT", headers: { "content-type": "image/png" }, body: card };
    return (await reach(`/api/takes/${id}/share?${query}`, init)).json() as Promise<Share & { token: string }>;
  },
  shareState: async (id: string): Promise<Share | null> =>
    (await told(at.takes[":id"].share.$get({ param: { id } }))).share,
  shares: async (): Promise<readonly ListedShare[]> => (await told(at.shares.$get())).shares,
  endShare: (id: string) => told(at.takes[":id"].share.$delete({ param: { id } })),
  shared: (token: string): Promise<SharedTake> => told(at.shared[":token"].$get({ param: { token } })),
  sharedReplay: (token: string) => bytes(`/api/shared/${token}/replay`),
  crewNames: async () => (await told(at.crews.$get())).crews,
  crew: (id: string): Promise<Crew> => told(at.crews[":id"].$get({ param: { id } })),
  makeCrew: (name: string): Promise<Crew> => told(at.crews.$post({ json: { name } })),
  renameCrew: (id: string, name: string): Promise<Crew> =>
    told(at.crews[":id"].$patch({ param: { id }, json: { name } })),
  endCrew: (id: string) => told(at.crews[":id"].$delete({ param: { id } })),
  setRole: (id: string, dancer: string, role: Role) =>
    told(at.crews[":id"].members[":dancer"].role.$put({ param: { id, dancer }, json: { role } })),
  /** `dancer` may be "me": then I leave. */
  removeMember: (id: string, dancer: string) =>
    told(at.crews[":id"].members[":dancer"].$delete({ param: { id, dancer } })),
  invites: async (id: string): Promise<readonly Invite[]> =>
    (await told(at.crews[":id"].invites.$get({ param: { id } }))).invites,
  /** The token is told only now. */
  makeInvite: (id: string, ask: { readonly uses: number; readonly hours: number }) =>
    told(at.crews[":id"].invites.$post({ param: { id }, json: ask })),
  endInvite: (id: string, invite: string) =>
    told(at.crews[":id"].invites[":invite"].$delete({ param: { id, invite } })),
  invitation: (token: string): Promise<Invitation> => told(at.invites[":token"].$get({ param: { token } })),
  join: (token: string): Promise<CrewHead> => told(at.invites[":token"].$post({ param: { token } })),
  /** `zone` is minutes ahead of UTC. */
  progress: (zone: number) => told(at.progress.$get({ query: { zone: String(zone) } })),
  progressTakes: (before: string | null) => told(at.progress.takes.$get({ query: before ? { before } : {} })),
  progressWords: async (version: string) =>
    (await told(at.progress.choreographies[":version"].$get({ param: { version } }))).sections,

  account: (): Promise<Account> => told(at.me.account.$get()),
  hide: (hidden: boolean): Promise<{ readonly hidden: boolean }> => told(at.me.hidden.$put({ json: { hidden } })),
  exported: async (): Promise<Blob> => (await reach("/api/me/export")).blob(),
  /** `name` is the dancer's own, typed again. */
  remove: (name: string): Promise<Receipt> => told(at.me.$delete({ json: { name } })),
  devices: async (): Promise<readonly Device[]> => (await told(at.me.devices.$get())).devices,
  /** `id` may be "this". */
  signOut: (id: string): Promise<{ readonly here: boolean }> => told(at.me.devices[":id"].$delete({ param: { id } })),
  newCode: (): Promise<{ readonly code: string; readonly expiresAt: number }> => told(at.me.codes.$post()),
  newRecovery: async (): Promise<readonly string[]> => (await told(at.me.recovery.$post())).codes,
  signInByCode: (code: string): Promise<Dancer> => told(at.devices.$post({ json: { code } })),
  passkeys: async (): Promise<readonly Passkey[]> => (await told(at.me.passkeys.$get())).passkeys,
  passkeyAsk: () =>
    told(at.me.passkeys.challenge.$post()) as Promise<unknown> as Promise<PublicKeyCredentialCreationOptionsJSON>,
  addPasskey: (made: RegistrationResponseJSON): Promise<Passkey> => told(at.me.passkeys.$post({ json: made })),
  renamePasskey: (id: string, name: string): Promise<Passkey> =>
    told(at.me.passkeys[":id"].$patch({ param: { id }, json: { name } })),
  forgetPasskey: (id: string) => told(at.me.passkeys[":id"].$delete({ param: { id } })),
  signInAsk: () =>
    told(at.devices.challenge.$post()) as Promise<unknown> as Promise<PublicKeyCredentialRequestOptionsJSON>,
  signInByPasskey: (used: AuthenticationResponseJSON): Promise<Dancer> =>
    told(at.devices.passkey.$post({ json: used })),
};

export type Challenge = Awaited<ReturnType<typeof api.challenges>>[number];
export type ChallengePage = Awaited<ReturnType<typeof api.challenge>>;

/** Where a dancer stands, as the Worker knows it. */
export type ToldProgress = Awaited<ReturnType<typeof api.progress>>;
export type ToldTakes = Awaited<ReturnType<typeof api.progressTakes>>;
export type ShortTake = ToldTakes["takes"][number];
