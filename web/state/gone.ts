import type { Summary } from "../api.ts";
import { wordsIn } from "../words/index.ts";

/** A summary with words in place of a title that was taken back with its routine. */
export const titled = <S extends Summary>(summary: S): S =>
  summary.open === false && summary.title.en === ""
    ? { ...summary, title: { en: wordsIn("en").publish.gone, ko: wordsIn("ko").publish.gone } }
    : summary;
