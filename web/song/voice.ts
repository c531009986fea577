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

function speak(text: string, language: VoiceLanguage, rate: number): void {
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(text);
  said.lang = language;
  said.rate = rate;
  speechSynthesis.speak(said);
}

/** Speaks a count now; what was still being said is cut off, so that no count is late for another. */
export const speakCount = (count: number, language: VoiceLanguage): void =>
  speak(countWord(count, language), language, 1.6);

/** Speaks what stands on the screen, once each time it changes; with nothing to say it falls silent in mid-word. */
export class Announcer {
  #said: string | null = null;

  /** `text` null: silence. Where the device has no voice for the language, nothing is heard. */
  tell(text: string | null, language: VoiceLanguage): void {
    if (text === this.#said) return;
    const speaking = this.#said !== null;
    this.#said = text;
    if (text !== null && hasVoice(language)) speak(text, language, 1);
    else if (text !== null) this.#tellLater(text, language);
    else if (speaking && typeof speechSynthesis !== "undefined") speechSynthesis.cancel();
  }

  /** Browsers list their voices only some time after they were first asked for. */
  #tellLater(text: string, language: VoiceLanguage): void {
    if (typeof speechSynthesis === "undefined") return;
    const tell = () => {
      if (this.#said === text && hasVoice(language)) speak(text, language, 1);
    };
    speechSynthesis.addEventListener("voiceschanged", tell, { once: true });
  }
}
