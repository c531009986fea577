import type { Choreography } from "#dance/choreo/choreography.ts";
import { lint } from "#dance/take/lint.ts";

/** What is asked: the whole of a choreography, and a number to know the answer by. */
export interface LintAsk {
  readonly id: number;
  readonly choreography: Choreography;
}

self.onmessage = ({ data }: MessageEvent<LintAsk>) => {
  self.postMessage({ id: data.id, lint: lint(data.choreography, -1) });
};
