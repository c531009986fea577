import { StageLoop } from "./loop.ts";
import type { Stage, StageOptions } from "./types.ts";

/** Opens the stage in `setup`. Camera, source and song must outlive it; they stay the caller's to close. */
export function openStage(options: StageOptions): Stage {
  const loop = new StageLoop(options);
  const { camera, source } = options;
  const cameraChanged = () => {
    const { state } = camera.view.get();
    if (state === "live") source.reset();
    else {
      loop.pause({ kind: "pause", cause: "camera" });
      loop.scene.dancer = null;
    }
    loop.scene.touch();
  };
  const sourceChanged = () => {
    if (source.state.get().kind !== "ready") loop.pause({ kind: "pause", cause: "detector" });
  };
  const pageChanged = () => {
    if (document.hidden) loop.pause({ kind: "pause", cause: "hidden" });
  };
  const stopCamera = camera.view.subscribe(cameraChanged);
  const stopSource = source.state.subscribe(sourceChanged);
  document.addEventListener("visibilitychange", pageChanged);
  return {
    view: loop.view,
    start: () => loop.begin(),
    pause: () => loop.pause({ kind: "pause", cause: "asked" }),
    resume: () => loop.resume(0),
    back: () => loop.resume(1),
    finish: () => loop.finish(),
    giveUp: () => loop.giveUp(),
    setRate: (rate) => {
      const changed = loop.change({ rate });
      if (!changed) options.on.speedHeld?.();
      return changed;
    },
    setSeated: (seated) => loop.change({ seated }),
    setMirror: (mirror) => loop.change({ mirror }),
    setSpan: (reference, song) => loop.move(reference, song),
    setLatency: (latency) => loop.change({ latency }),
    setScale: (scale) => {
      loop.scene.scale = scale;
    },
    setMetronome: (metronome) => void loop.change({ metronome }),
    setTeacher: (teacher) => void loop.change({ teacher }),
    setVideo: (video) => loop.show(video),
    setGhost: (ghost) => loop.bring(ghost),
    setHands: (offers, onGesture) => loop.offer(offers, onGesture),
    setWords: (words) => {
      loop.scene.words = words;
    },
    heedsArms: loop.heedsArms,
    get frames() {
      return loop.dance.run?.frames ?? [];
    },
    cost: loop.cost,
    close: () => {
      stopCamera();
      stopSource();
      document.removeEventListener("visibilitychange", pageChanged);
      loop.close();
    },
  };
}
