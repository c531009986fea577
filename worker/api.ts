import { Hono } from "hono";
import { except } from "hono/combine";
import { csrf } from "hono/csrf";
import { deletedMeanwhile } from "./auth/door.ts";
import { atMost, heardOut } from "./body.ts";
import { documentOf } from "./describe.ts";
import type { Env } from "./env.ts";
import { API_HEADERS } from "./headers.ts";
import { LIMITS } from "./limits.ts";
import { elsewhere } from "./methods.ts";
import { problem, thrown } from "./problem.ts";
import { rates } from "./rates.ts";
import { accounts } from "./routes/account.ts";
import { assignments } from "./routes/assignments.ts";
import { boards } from "./routes/boards.ts";
import { challenges } from "./routes/challenges.ts";
import { choreographies } from "./routes/choreographies.ts";
import { classes } from "./routes/class.ts";
import { crews } from "./routes/crews.ts";
import { dancers } from "./routes/dancers.ts";
import { devices } from "./routes/devices.ts";
import { formats } from "./routes/formats.ts";
import { grants } from "./routes/grants.ts";
import { invites } from "./routes/invites.ts";
import { myNotes } from "./routes/my-notes.ts";
import { notes } from "./routes/notes.ts";
import { operator } from "./routes/operator.ts";
import { passkeys } from "./routes/passkeys.ts";
import { picks } from "./routes/picks.ts";
import { progress } from "./routes/progress.ts";
import { publishing } from "./routes/publishing.ts";
import { replay } from "./routes/replay.ts";
import { replies } from "./routes/replies.ts";
import { routines } from "./routes/routines.ts";
import { rubrics } from "./routes/rubrics.ts";
import { sessions } from "./routes/sessions.ts";
import { shared } from "./routes/shared.ts";
import { shares } from "./routes/shares.ts";
import { signingsIn } from "./routes/signing-in.ts";
import { takes } from "./routes/takes.ts";
import { voice } from "./routes/voice.ts";
import { rows } from "./rows.ts";

const app = new Hono<Env>().basePath("/api");
app.onError(async (error, c) => {
  const code = await deletedMeanwhile(error, c);
  return code ? problem(c, code) : thrown(error, c);
});
app.notFound(elsewhere(app));
app.use(heardOut);
app.use(async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(API_HEADERS)) c.header(name, value);
  if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
});
// The operator carries a token that no other site has, and no cookie.
app.use(except("/api/operator/*", csrf()));
app.use(rates);
app.use(rows);
/** Routes that take more than a little JSON, and say how much. */
const LARGE = [
  "takes/:id/replay",
  "takes/:id/share",
  "takes/:id/notes",
  "notes/:id",
  "notes/:id/voice",
  "choreographies",
];
app.use(
  except(
    LARGE.map((path) => `/api/${path}`),
    atMost(LIMITS.jsonBytes, "too-large"),
  ),
);

const routes = app
  .route("/", dancers)
  .route("/", accounts)
  .route("/", devices)
  .route("/", passkeys)
  .route("/", signingsIn)
  .route("/", choreographies)
  .route("/", publishing)
  .route("/", routines)
  .route("/", formats)
  .route("/", sessions)
  .route("/", takes)
  .route("/", replay)
  .route("/", shares)
  .route("/", shared)
  .route("/", boards)
  .route("/", progress)
  .route("/", picks)
  .route("/", crews)
  .route("/", invites)
  .route("/", challenges)
  .route("/", grants)
  .route("/", notes)
  .route("/", replies)
  .route("/", voice)
  .route("/", myNotes)
  .route("/", assignments)
  .route("/", classes)
  .route("/", rubrics)
  .route("/", operator);

app.get("/openapi.json", async (c) => c.json(await documentOf(app, c)));

export type Api = typeof routes;
export { app };
