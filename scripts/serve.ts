// `npm start`: page, API, database and bucket on one port of this machine, from the real Worker runtime.
import { closeLocal, migrate, seed, tellRules } from "./local.ts";
import { build, portToServe, serve } from "./page.ts";
import { step } from "./run.ts";

const port = await portToServe();
await step("Building the page", build, (built) => (built ? "built" : "nothing changed"));
await step("Preparing the database", migrate, (count) => (count ? `${count} migrations applied` : "up to date"));
await step("Publishing the choreographies", seed, (count) => (count ? `${count} new` : "up to date"));
await tellRules();
await closeLocal();
console.log("Starting the Worker ...");
await serve("preview", port);
