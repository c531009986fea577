import { app } from "./api.ts";
import type { Bindings } from "./env.ts";
import { tidy } from "./tidy.ts";

export default {
  fetch: app.fetch,
  async scheduled(_event, env) {
    await tidy(env);
  },
} satisfies ExportedHandler<Bindings>;
