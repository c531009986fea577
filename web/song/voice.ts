/** Words that a count is spoken with, by language; 1 to 8. */
const COUNTS = {
  en: ["one", "two", "three", "four", "five", "six", "seven", "eight"],
  ko: ["하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟"],
} as const;
export type VoiceLanguage = keyof typeof COUNTS;

/** Whether this device has a voice of its own for a language; one that lives on a server comes too late to count by. */
export const hasVoice = (language: VoiceLanguage): boolean =>
  typeof speechSynthesis !== "undefined" &&
  speechSynthesis.getVoices().some((voice) => voice.localService && voice.lang.startsWith(language));

/** How a count from 0 over the choreography is spoken, or a count-in's from -4. */
export const countWord = (count: number, language: VoiceLanguage): string =>
  COUNTS[language][((count % 8) + 8) % 8] as string;

/** Speaks a count now; what was still being said is cut off, so that no count is late for another. */
export function speakCount(count: number, language: VoiceLanguage): void {
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(countWord(count, language));
  said.lang = language;
  said.rate = 1.6;
  speechSynthesis.speak(said);
}
