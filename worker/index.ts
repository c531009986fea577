import { app } from "./api.ts";
import type { Bindings } from "./env.ts";
import { page } from "./page.ts";
import { consume } from "./queue.ts";
import type { RejudgeMessage } from "./rejudge.ts";
import { sharedPage } from "./shared-page.ts";
import { tidy } from "./tidy.ts";

export default {
  fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/api/")) return app.fetch(request, env, context);
    if (pathname.startsWith("/shared/")) return sharedPage.fetch(request, env, context);
    return page(request, env);
  },
  async scheduled(_event, env) {
    await tidy(env);
  },
  queue: (batch, env) => consume(batch, env),
} satisfies ExportedHandler<Bindings, RejudgeMessage>;
