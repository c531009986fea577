import { loadLanguages } from "../../web/state/language.ts";

await loadLanguages();
