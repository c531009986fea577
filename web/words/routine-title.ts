import type { Summary } from "../api.ts";
import type { Words } from "./index.ts";

/** A routine's title, and whose part it is where several dance. */
export const routineTitle = ({ language }: Words, { title, position }: Pick<Summary, "title" | "position">): string =>
  position === undefined ? title[language] : `${title[language]} · ${position}`;
