import { EN_PAGES } from "./en-pages.ts";
import { EN_STAGE } from "./en-stage.ts";
import { NAMES_EN } from "./names.ts";
import { PROBLEMS_EN } from "./problems-en.ts";

/** The English catalogue; its shape is the law for every other. */
export const en = { ...EN_PAGES, ...EN_STAGE, names: NAMES_EN, problems: PROBLEMS_EN };
