/** Bytes before the samples of a sound file. */
export const WAV_HEAD = 44;

/** The head of a RIFF file of `bytes` bytes of 16-bit samples. */
export function wavHead(rate: number, channels: number, bytes: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(WAV_HEAD);
  const view = new DataView(head.buffer);
  const text = (at: number, word: string) => {
    for (let i = 0; i < word.length; i++) view.setUint8(at + i, word.charCodeAt(i));
  };
  text(0, "RIFF");
  view.setUint32(4, WAV_HEAD + bytes - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * channels * 2, true);
  view.setUint16(32, channels * 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, bytes, true);
  return head;
}

/** Interleaved 16-bit PCM in a RIFF file; the loudest sample comes to nine tenths. Channels are equally long. */
export function encodeWav(channels: readonly Float32Array[], sampleRate: number): Uint8Array<ArrayBuffer> {
  const length = channels[0]?.length ?? 0;
  const count = channels.length;
  const bytes = new Uint8Array(WAV_HEAD + length * count * 2);
  bytes.set(wavHead(sampleRate, count, length * count * 2));
  let peak = 1e-6;
  for (const samples of channels) for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const scale = (0.9 * 32767) / peak;
  const words = new Int16Array(bytes.buffer, WAV_HEAD);
  for (const [c, samples] of channels.entries())
    for (let i = 0; i < length; i++) words[i * count + c] = Math.round((samples[i] as number) * scale);
  return bytes;
}
