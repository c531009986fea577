// The thread that checks drafts: one question, one answer.
import { check } from "./check.ts";
import type { ToThread } from "./messages.ts";

self.onmessage = ({ data }: MessageEvent<ToThread>) => self.postMessage(check(data));
