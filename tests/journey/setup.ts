import { afterEach, expect } from "vitest";
import { pageErrors } from "./house.ts";

// First to be said, so last to run: every page has ended by then.
afterEach(() => expect(pageErrors(), "what pages threw").toEqual([]));
