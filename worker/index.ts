import { app } from "./api.ts";
import type { Bindings } from "./env.ts";
import { consume } from "./queue.ts";
import type { RejudgeMessage } from "./rejudge.ts";
import { tidy } from "./tidy.ts";

export default {
  fetch: app.fetch,
  async scheduled(_event, env) {
    await tidy(env);
  },
  queue: (batch, env) => consume(batch, env),
} satisfies ExportedHandler<Bindings, RejudgeMessage>;
