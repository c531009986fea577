/**
 * Working numbers for one judging after another: asked for piece by piece, all given back at once by `clear`. A judging that
 * makes its arrays anew spends a third of its time on making and clearing them away.
 */
export class Room {
  #floats = new Float64Array(0);
  #used = 0;

  /** `size` zeros. */
  floats(size: number): Float64Array {
    this.#used += size;
    if (this.#used > this.#floats.length) return new Float64Array(size);
    return this.#floats.subarray(this.#used - size, this.#used).fill(0);
  }

  /** Takes all arrays back: whoever still reads one of them reads another judging's numbers. */
  clear(): void {
    if (this.#used > this.#floats.length) this.#floats = new Float64Array(this.#used);
    this.#used = 0;
  }
}
