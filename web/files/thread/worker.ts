// The thread that reads files of poses: one order, one answer.
import { packDraft } from "#dance/choreo/packed-draft.ts";
import { fail, ok } from "#dance/outcome.ts";
import type { FromThread, ToThread } from "./messages.ts";
import { openFiles } from "./read.ts";

const tell = (message: FromThread) => self.postMessage(message);

async function answer({ files, rate, folder }: ToThread): Promise<void> {
  const read = await openFiles(files, rate, folder, (share) => tell({ kind: "progress", share })).catch((cause) =>
    fail("file-unreadable" as const, cause instanceof Error ? cause.message : String(cause)),
  );
  if (!read.ok) return tell({ kind: "opened", outcome: read });
  tell({ kind: "opened", outcome: ok({ ...read.value, draft: packDraft(read.value.draft) }) });
}

self.onmessage = ({ data }: MessageEvent<ToThread>) => void answer(data);
