/** Fourier transform of a fixed power of two of real samples (Cooley and Tukey 1965); tables are made once. */
export class Fft {
  readonly size: number;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #order: Uint32Array;
  readonly #re: Float64Array;
  readonly #im: Float64Array;

  /** Throws RangeError unless `size` is a power of two, 4 or more. */
  constructor(size: number) {
    if (size < 4 || (size & (size - 1)) !== 0) throw new RangeError(`${size} is not a power of two from 4 on`);
    this.size = size;
    this.#cos = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
    this.#sin = Float64Array.from({ length: size / 2 }, (_, i) => Math.sin((2 * Math.PI * i) / size));
    this.#order = new Uint32Array(size);
    for (let i = 1; i < size; i++) this.#order[i] = ((this.#order[i >> 1] as number) >> 1) | ((i & 1) * (size >> 1));
    this.#re = new Float64Array(size);
    this.#im = new Float64Array(size);
  }

  /** Writes the magnitudes of the lower half of the spectrum of `samples` (`size` of them) to `out` (size / 2). */
  magnitudes(samples: Float64Array, out: Float64Array): void {
    const re = this.#re;
    const im = this.#im;
    for (let i = 0; i < this.size; i++) {
      re[i] = samples[this.#order[i] as number] as number;
      im[i] = 0;
    }
    for (let half = 1; half < this.size; half *= 2) this.#merge(half);
    for (let i = 0; i < out.length; i++) out[i] = Math.sqrt((re[i] as number) ** 2 + (im[i] as number) ** 2);
  }

  /** Merges neighbours of `half` points each into spectra of twice as many. */
  #merge(half: number): void {
    const re = this.#re;
    const im = this.#im;
    const step = this.size / (2 * half);
    for (let from = 0; from < this.size; from += 2 * half)
      for (let k = 0; k < half; k++) {
        const cos = this.#cos[k * step] as number;
        const sin = this.#sin[k * step] as number;
        const a = from + k;
        const b = a + half;
        const x = (re[b] as number) * cos + (im[b] as number) * sin;
        const y = (im[b] as number) * cos - (re[b] as number) * sin;
        re[b] = (re[a] as number) - x;
        im[b] = (im[a] as number) - y;
        re[a] = (re[a] as number) + x;
        im[a] = (im[a] as number) + y;
      }
  }
}
