/** Barks when nothing was heard for too long, but not because the computer slept: the time must pass in eight parts. */
export class Watchdog {
  private readonly bark: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(bark: () => void) {
    this.bark = bark;
  }

  /** Starts to wait for `rest`, for `limitMs` milliseconds. */
  watch(limitMs: number): void {
    this.rest();
    this.wait(limitMs / 8, 8);
  }

  /** Something was heard. */
  rest(): void {
    clearTimeout(this.timer);
  }

  private wait(partMs: number, parts: number): void {
    this.timer = setTimeout(() => (parts > 1 ? this.wait(partMs, parts - 1) : this.bark()), partMs);
  }
}
