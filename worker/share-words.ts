import { FULL_SCORE } from "#dance/scoring/result.ts";
import type { ShareLanguage } from "./db/shares.ts";

/** What the preview of a link says; the page itself speaks the reader's language. */
interface Preview {
  readonly locale: string;
  readonly title: (routine: string, score: string, name: string | null) => string;
  readonly about: (replay: boolean) => string;
}

const PREVIEWS: Readonly<Record<ShareLanguage, Preview>> = {
  en: {
    locale: "en_US",
    title: (routine, score, name) => `${routine}: ${score} of 100${name === null ? "" : `, danced by ${name}`}`,
    about: (replay) =>
      `Judged count by count and limb by limb, from poses alone.${replay ? " Watch the replay, then dance it yourself." : " Dance it yourself."}`,
  },
  ko: {
    locale: "ko_KR",
    title: (routine, score, name) => `${routine}: 100점 중 ${score}점${name === null ? "" : `, 춘 사람 ${name}`}`,
    about: (replay) =>
      `포즈만으로 카운트마다, 부위마다 판정했어요.${replay ? " 다시 보기를 보고 직접 춰 보세요." : " 직접 춰 보세요."}`,
  },
};

/** Title and description of a shared take, in the language of whoever shared it. */
export function previewOf(
  language: ShareLanguage,
  routine: Readonly<Record<ShareLanguage, string>>,
  score: number,
  name: string | null,
  replay: boolean,
): { readonly locale: string; readonly title: string; readonly about: string } {
  const { locale, title, about } = PREVIEWS[language];
  // Rounded down, as everywhere: nobody is shown a mark that was not reached.
  const shown = (Math.floor((score / FULL_SCORE) * 1000) / 10).toFixed(1);
  return { locale, title: title(routine[language], shown, name), about: about(replay) };
}
