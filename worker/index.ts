import { app } from "./api.ts";
import type { Bindings } from "./env.ts";
import { page } from "./page.ts";
import { consume } from "./queue.ts";
import type { RejudgeMessage } from "./rejudge.ts";
import { tidy } from "./tidy.ts";

export default {
  fetch: (request, env, context) =>
    new URL(request.url).pathname.startsWith("/api/") ? app.fetch(request, env, context) : page(request, env),
  async scheduled(_event, env) {
    await tidy(env);
  },
  queue: (batch, env) => consume(batch, env),
} satisfies ExportedHandler<Bindings, RejudgeMessage>;
