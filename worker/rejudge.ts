import { RULES_VERSION } from "#dance/scoring/result.ts";
import type { Db } from "./db/open.ts";
import {
  advance,
  beginRejudge,
  lackingTakes,
  latestRejudge,
  moveBoards,
  type Position,
  REJUDGE_PHASES,
  type Rejudged,
  rejudgeOf,
  settleTakes,
  writeRejudged,
} from "./db/rejudges.ts";
import { standingRules } from "./db/rules.ts";
import type { TakeRow } from "./db/takes.ts";
import { signatureOf } from "./doubt.ts";
import { type Bindings, now } from "./env.ts";
import { judge } from "./judge.ts";
import { LIMITS } from "./limits.ts";
import { getReplay } from "./replays.ts";

/** What the queue carries: go on from here, by these rules. Any number of them may be under way, and be delivered twice. */
export interface RejudgeMessage extends Position {
  readonly rules: number;
}

/** By which rules is judged, and how. */
export interface Judging {
  readonly rules: number;
  readonly judge: typeof judge;
}
export const OURS: Judging = { rules: RULES_VERSION, judge };

/** Begins a rejudging by these rules, or goes on with one that was broken off. */
export async function startRejudge(env: Bindings, db: Db, rules: number): Promise<void> {
  await beginRejudge(db, rules, now());
  await goOn(env, db, rules);
}

/**
 * Begins the rejudging for which rules were raised, and goes on with one that has stood still for long because its message
 * was lost; else does nothing. Whoever finds takes of these rules waiting asks for it, and the tidy hand by night.
 */
export async function keepRejudging(env: Bindings, db: Db, rules = RULES_VERSION): Promise<void> {
  const run = await latestRejudge(db);
  if (run && run.rules > rules) return;
  if (run?.rules === rules) {
    if (run.phase !== "done" && stalled(run.steppedAt)) await goOn(env, db, rules);
  } else if ((await standingRules(db)) < rules) await startRejudge(env, db, rules);
}

export const stalled = (steppedAt: number): boolean => now() - steppedAt > LIMITS.rejudgeStallMs;

async function goOn(env: Bindings, db: Db, rules: number): Promise<void> {
  const run = await rejudgeOf(db, rules);
  if (run && run.phase !== "done") await env.REJUDGE.send({ rules, phase: run.phase, cursor: run.cursor });
}

/**
 * Does what a message asks for: one bounded batch. Where a run stands is written down only after the message that goes on
 * from there was sent, so that a message from before it is an echo and one from behind it has come too early. Gives after
 * how many seconds it is to be delivered again; null where it is done with.
 */
export async function step(
  env: Bindings,
  db: Db,
  judging: Judging,
  message: RejudgeMessage,
  attempt: number,
): Promise<number | null> {
  const { rules } = message;
  if (rules !== judging.rules) return elsewhere(judging, message, attempt);
  const run = await rejudgeOf(db, rules);
  if (!run) return null;
  const order = compare(message, run);
  if (order !== 0) return order < 0 ? null : LIMITS.rejudgeRetrySeconds;
  if (message.phase === "judging") await judgeSome(env, db, judging, message, attempt);
  else if (message.phase === "settling") await settleSome(env, db, message);
  return null;
}

/**
 * A message for a Worker of other rules: of older ones nobody asks any more; of newer ones it waits for that Worker, which
 * is being rolled out. One that is given up in the end is told; its run shows as stalled until that Worker goes on with it.
 */
function elsewhere({ rules }: Judging, message: RejudgeMessage, attempt: number): number | null {
  if (message.rules > rules && attempt < LIMITS.queueAttempts) return LIMITS.rejudgeElsewhereSeconds;
  console.error(
    `a message to judge by rules ${message.rules} is given up: this Worker judges by rules ${rules}`,
    message,
  );
  return null;
}

function compare(a: Position, b: Position): number {
  const phases = REJUDGE_PHASES.indexOf(a.phase) - REJUDGE_PHASES.indexOf(b.phase);
  return phases !== 0 || a.cursor === b.cursor ? phases : a.cursor < b.cursor ? -1 : 1;
}

async function judgeSome(env: Bindings, db: Db, judging: Judging, here: RejudgeMessage, attempt: number) {
  const { rules, cursor } = here;
  const takes = await lackingTakes(db, rules, cursor, LIMITS.rejudgeTakes);
  const last = takes.at(-1);
  if (last) {
    const done = await Promise.all(takes.map((take) => judgeOne(env, judging, take, attempt)));
    await writeRejudged(db, rules, done, LIMITS.boardCoverage, now());
    return pass(env, db, here, { phase: "judging", cursor: last.id });
  }
  // Takes that another Worker judged by its own rules meanwhile may lie before the cursor.
  const [left] = cursor === "" ? [] : await lackingTakes(db, rules, "", 1);
  if (left) return pass(env, db, here, { phase: "judging", cursor: "" });
  await env.REJUDGE.send({ rules, phase: "settling", cursor: "" });
  await moveBoards(db, rules, now());
  const run = await rejudgeOf(db, rules);
  if (run?.phase === "judging") await pass(env, db, here, { phase: "judging", cursor: "" });
}

async function settleSome(env: Bindings, db: Db, here: RejudgeMessage) {
  const last = await settleTakes(db, here.rules, here.cursor, LIMITS.settleTakes);
  if (last !== null) return pass(env, db, here, { phase: "settling", cursor: last });
  await advance(db, here.rules, here, { phase: "done", cursor: "" }, now());
}

async function pass(env: Bindings, db: Db, here: RejudgeMessage, next: Position): Promise<void> {
  await env.REJUDGE.send({ rules: here.rules, ...next });
  await advance(db, here.rules, here, next, now());
}

/** A take by the new rules. What throws is tried again with the whole batch; in the end it is told and the rest go on. */
async function judgeOne(env: Bindings, judging: Judging, take: TakeRow, attempt: number): Promise<Rejudged> {
  try {
    const file = take.replayHash === null ? null : await getReplay(env, take.id, take.replayHash);
    if (!file) return { take, code: "replay-missing" };
    const verdict = await judging.judge(env, take, new Uint8Array(await file.arrayBuffer()), now());
    if (!verdict.ok) return { take, code: verdict.problem.code };
    const { result, frames } = verdict.value;
    return { take, result, signature: await signatureOf(take, frames) };
  } catch (error) {
    if (attempt < LIMITS.rejudgeAttempts) throw error;
    console.error(`take ${take.id} cannot be judged again`, error);
    return { take, code: "internal" };
  }
}
