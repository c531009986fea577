import { unzipSync } from "fflate";
import type { FrameFile } from "#dance/choreo/formats/openpose.ts";
import { fail, type Outcome, ok } from "#dance/outcome.ts";

export type ZipProblem = "zip-damaged" | "zip-too-large";

/** What is read of a zip: texts of poses. */
const TEXTS = /\.(json|csv|tsv|txt)$/i;

/** The text files in a zip, at most `most` bytes of them: a small zip may hold more than any device has. */
export async function unzip(file: Blob, most: number): Promise<Outcome<FrameFile[], ZipProblem>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let room = most;
  try {
    // Each file comes out into as many bytes as were told here, never into more.
    const inside = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!TEXTS.test(name)) return false;
        room -= originalSize;
        return room >= 0;
      },
    });
    if (room < 0) return fail("zip-too-large", `more than ${most} bytes come out of it`);
    const decoder = new TextDecoder();
    return ok(Object.entries(inside).map(([name, text]) => ({ name, text: decoder.decode(text) })));
  } catch (cause) {
    return fail("zip-damaged", cause instanceof Error ? cause.message : String(cause));
  }
}
