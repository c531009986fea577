import { FULL_SCORE } from "#dance/scoring/result.ts";

export const LANGUAGES = ["en", "ko"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A number and its unit never part at the end of a line. */
export const NBSP = "\u00a0";

/** "1 take", "3 takes". */
export const many = (n: number, one: string, more: string): string => `${n}${NBSP}${n === 1 ? one : more}`;

/** Whole milliseconds of so many seconds, without sign. */
export const wholeMs = (seconds: number): number => Math.round(Math.abs(seconds) * 1000);

/** Whole milliseconds of so many seconds, with a minus sign where they are below nothing. */
export const signedMs = (seconds: number): string => `${Math.round(seconds * 1000) < 0 ? "−" : ""}${wholeMs(seconds)}`;

/** Words for numbers and moments in one language. */
export interface Numbers {
  /** 0..FULL_SCORE -> "87.4" (rounded down, so that nobody is shown a mark that was not reached). */
  score(score: number): string;
  /** Points 0..100 -> "+1.8". */
  gain(points: number): string;
  /** 0..1 -> "84". */
  hundred(share: number): string;
  /** 0..1 -> "83 %" as the language writes it. */
  percent(share: number): string;
  whole(value: number): string;
  /** Minutes, whole -> "12"; "<1" of what is less than one and not nothing. */
  minutes(value: number): string;
  /** A speed -> "0.75×". */
  speed(rate: number): string;
  /** Seconds -> "0:34". */
  duration(seconds: number): string;
  /** Seconds -> "0:34.07"; before the beginning "−0.30". */
  instant(seconds: number): string;
  /** Bytes -> "6.2". */
  megabytes(bytes: number): string;
  /** ms since 1970 or ISO text -> "23 Nov" of the dancer's own zone. */
  day(moment: number | string): string;
  /** ms since 1970 -> "Nov 23, 14:05". */
  moment(moment: number): string;
  /** ms since 1970 -> as people name it at `now`: "14:05" today, "Tuesday" within the week, else "Nov 18". */
  ago(moment: number, now: number): string;
  /** Points 0..100 with their sign -> "+1.8", "−0.4". */
  signed(points: number): string;
  /** ms since 1970 -> "Mon 23 Nov, 19:40" of the dancer's own zone. */
  evening(moment: number): string;
  /** 0 is Monday -> "Mon". */
  weekday(day: number): string;
  /** ms since 1970 -> "14:05" of the dancer's own zone. */
  time(moment: number): string;
}

const DAY_MS = 86_400_000;

/** Builds the formatters of a language once. */
export function numbers(language: Language): Numbers {
  const one = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const speed = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const clock = new Intl.DateTimeFormat(language, time);
  const minute = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", ...time });
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long" });
  const evening = new Intl.DateTimeFormat(language, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...time,
  });
  const short = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  return {
    score: (score) => one.format(Math.floor((score / FULL_SCORE) * 1000) / 10),
    gain: (points) => `+${one.format(points)}`,
    hundred: (share) => whole.format(share * 100),
    percent: (share) => percent.format(share),
    whole: (value) => whole.format(value),
    minutes: (value) => (value > 0 && value < 1 ? `<${whole.format(1)}` : whole.format(value)),
    speed: (rate) => `${speed.format(rate)}×`,
    duration: (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`,
    instant: (seconds) => {
      const hundredths = Math.round(Math.abs(seconds) * 100);
      if (seconds < 0) return `−${(hundredths / 100).toFixed(2)}`;
      return `${Math.floor(hundredths / 6000)}:${((hundredths % 6000) / 100).toFixed(2).padStart(5, "0")}`;
    },
    megabytes: (bytes) => one.format(bytes / 1e6),
    day: (moment) => day.format(new Date(moment)),
    moment: (moment) => minute.format(moment),
    ago: (moment, now) => {
      if (day.format(moment) === day.format(now) && now - moment < 2 * DAY_MS) return clock.format(moment);
      return now - moment < 6 * DAY_MS ? weekday.format(moment) : day.format(moment);
    },
    signed: (points) => `${points < 0 ? "−" : "+"}${one.format(Math.abs(points))}`,
    evening: (moment) => evening.format(new Date(moment)),
    weekday: (at) => short.format(new Date(Date.UTC(2024, 0, 1 + at))),
    time: (moment) => clock.format(moment),
  };
}
