// `npm run dev`: as `npm start`, with hot reload instead of a build.
import { closeLocal, migrate, seed, tellRules } from "./local.ts";
import { portToServe, serve } from "./page.ts";
import { step } from "./run.ts";

const port = await portToServe();
await step("Preparing the database", migrate, (count) => (count ? `${count} migrations applied` : "up to date"));
await step("Publishing the choreographies", seed, (count) => (count ? `${count} new` : "up to date"));
await tellRules();
await closeLocal();
console.log("Starting the Worker ...");
await serve("dev", port);
