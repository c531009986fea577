import { makeWatch } from "../detector/watch.ts";
import { grabPicture, watchPictures } from "./pictures.ts";
import { ASKED, type CameraEvent, cameraCameBack, nextCamera } from "./state.ts";
import type { Camera, CameraDevice, CameraOptions, CameraView } from "./types.ts";

/** Small and steady: the detector looks at 192 points across, and a phone must not heat up. */
const WANTED: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
  facingMode: "user",
};

async function listCameras(): Promise<CameraDevice[]> {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return all.filter((d) => d.kind === "videoinput").map((d) => ({ id: d.deviceId, label: d.label }));
}

function makeVideo(): HTMLVideoElement {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.autoplay = true;
  return video;
}

/** One camera stream in a video element; each `ask` replaces what was before, and a late answer is let go. */
class Stream {
  readonly video = makeVideo();
  private stream: MediaStream | null = null;
  private asked = 0;
  private readonly tell: (event: CameraEvent) => void;

  constructor(tell: (event: CameraEvent) => void) {
    this.tell = tell;
  }

  async ask(deviceId: string | undefined): Promise<void> {
    this.drop();
    const mine = ++this.asked;
    this.tell({ kind: "ask" });
    // A page that is not secure has no mediaDevices at all.
    if (!navigator.mediaDevices?.getUserMedia) return this.tell({ kind: "refused", name: "SecurityError" });
    const video = deviceId ? { ...WANTED, deviceId: { ideal: deviceId } } : WANTED;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
      if (mine === this.asked) await this.show(stream);
      else stop(stream);
    } catch (thrown) {
      if (mine === this.asked) this.tell({ kind: "refused", name: thrown instanceof Error ? thrown.name : "" });
    }
  }

  private async show(stream: MediaStream): Promise<void> {
    this.stream = stream;
    const track = stream.getVideoTracks()[0];
    track?.addEventListener("ended", () => {
      if (this.stream !== stream) return;
      this.drop();
      this.tell({ kind: "track-ended" });
    });
    this.video.srcObject = stream;
    await this.video.play().catch(() => undefined);
    if (this.stream !== stream) return;
    this.tell({ kind: "granted", deviceId: track?.getSettings().deviceId ?? null });
    this.tell({ kind: "devices", devices: await listCameras() });
  }

  /** Lets the camera go; answers still to come are let go too. */
  drop(): void {
    this.asked++;
    if (this.stream) stop(this.stream);
    this.stream = null;
    this.video.srcObject = null;
  }
}

const stop = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};

/** Asks for the dancer's camera at once; `view` tells what came of it. */
export function openCamera(options: CameraOptions = {}): Camera {
  const view = makeWatch<CameraView>(ASKED);
  const listeners = new Set<(at: number) => void>();
  let wanted = options.deviceId;
  let pictureAt: number | null = null;
  const stream = new Stream((event) => {
    if (event.kind !== "devices") pictureAt = null;
    view.set(nextCamera(view.get(), event));
  });
  const stopPictures = watchPictures(stream.video, (at) => {
    pictureAt = at;
    for (const listener of listeners) listener(at);
  });
  const ask = () => void stream.ask(wanted);
  const devicesChanged = async () => {
    const before = view.get();
    const after = nextCamera(before, { kind: "devices", devices: await listCameras() });
    if (after.state === "unplugged" && before.state === "live") stream.drop();
    view.set(after);
    if (cameraCameBack(before, after)) ask();
  };
  navigator.mediaDevices?.addEventListener("devicechange", devicesChanged);
  ask();
  return {
    view,
    video: stream.video,
    get pictureAt() {
      return pictureAt;
    },
    onPicture: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    grab: () => grabPicture(stream.video),
    retry: ask,
    choose: (deviceId) => {
      wanted = deviceId;
      ask();
    },
    close: () => {
      navigator.mediaDevices?.removeEventListener("devicechange", devicesChanged);
      stopPictures();
      listeners.clear();
      stream.drop();
    },
  };
}
