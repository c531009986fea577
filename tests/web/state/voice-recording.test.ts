import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { VoiceRecording } from "../../../web/state/coach/voice-recording.ts";

/** The one microphone: how often it is open. */
let open = 0;
/** Lets the microphone in, or refuses it. */
let answer: (allowed: boolean) => void;
let breaks = false;

/** Like a browser's: what was recorded and the end come after `stop` has returned. */
class FakeRecorder {
  static isTypeSupported = () => true;
  state = "inactive";
  ondataavailable: (event: { data: Blob }) => void = () => undefined;
  onstop: () => void = () => undefined;
  constructor() {
    if (breaks) throw new DOMException("not this kind", "NotSupportedError");
  }
  start() {
    this.state = "recording";
  }
  stop() {
    this.state = "inactive";
    setTimeout(() => {
      this.ondataavailable({ data: new Blob(["said"]) });
      this.onstop();
    });
  }
}

beforeEach(() => {
  [open, breaks] = [0, false];
  const opened = () => {
    open++;
    return { getTracks: () => [{ stop: () => void open-- }] };
  };
  const getUserMedia = () =>
    new Promise((resolve, reject) => {
      answer = (allowed) => (allowed ? resolve(opened()) : reject(new DOMException("no", "NotAllowedError")));
    });
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia } });
  vi.stubGlobal("MediaRecorder", FakeRecorder);
});
afterEach(() => vi.unstubAllGlobals());

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
async function begun(allowed = true) {
  const it = new VoiceRecording();
  const started = it.start();
  answer(allowed);
  await started;
  return it;
}

test("what was said is kept, and the microphone closed", async () => {
  const it = await begun();
  expect([it.view.get().state, open]).toEqual(["recording", 1]);
  it.stop();
  await settled();
  expect([it.view.get().state, open]).toEqual(["done", 0]);
  expect(await it.view.get().voice?.text()).toBe("said");
});

test("a page that is left while the microphone is asked for closes it at once", async () => {
  const it = new VoiceRecording();
  const started = it.start();
  it.drop();
  answer(true);
  await started;
  expect([it.view.get().state, open]).toEqual(["idle", 0]);
});

test("a recorder that cannot be made leaves no microphone open", async () => {
  breaks = true;
  expect([(await begun()).view.get().state, open]).toEqual(["missing", 0]);
});

test("a voice that is thrown away while it is recorded does not come back", async () => {
  const it = await begun();
  it.drop();
  await settled();
  expect([it.view.get(), open]).toEqual([{ state: "idle", voice: null }, 0]);
});

test("a microphone refused is told", async () => {
  expect((await begun(false)).view.get().state).toBe("refused");
});
