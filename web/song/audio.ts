const loaded = (audio: HTMLAudioElement): Promise<void> =>
  new Promise((resolve, reject) => {
    audio.addEventListener("canplaythrough", () => resolve(), { once: true });
    audio.addEventListener("error", () => reject(new Error(`the song does not play: ${audio.error?.message}`)), {
      once: true,
    });
  });

/** An audio element with a sound file in it, ready to play to its end; rejects where it can't. */
export async function audioOf(url: string): Promise<HTMLAudioElement> {
  const audio = new Audio();
  audio.preload = "auto";
  audio.src = url;
  await loaded(audio);
  return audio;
}
