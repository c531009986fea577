import { makeWatch } from "../detector/watch.ts";
import type { PackedFrames, Preparing, Video } from "../video/index.ts";
import type { Glimpse, ImportTools } from "./import-types.ts";

/** What is told while a file is looked at. */
interface EyesEvents {
  readonly onPreparing: (preparing: Preparing) => void;
  readonly onFrames: (frames: PackedFrames) => void;
}

/** The video of an import while it is open, and the latest picture of it; one at a time. */
export class ImportEyes {
  /** The latest picture judged; it is closed when the next comes. */
  readonly glimpse = makeWatch<Glimpse | null>(null);
  video: Video | null = null;
  private readonly openVideo: ImportTools["openVideo"];
  private readonly events: EyesEvents;

  constructor(openVideo: ImportTools["openVideo"], events: EyesEvents) {
    [this.openVideo, this.events] = [openVideo, events];
  }

  /** Looks at a file, and no more at the one before. */
  open(file: File): Video {
    this.close();
    this.video = this.openVideo(file, {
      ...this.events,
      onGlimpse: (picture, poses) => {
        this.glimpse.get()?.picture.close();
        this.glimpse.set({ picture, poses });
      },
    });
    return this.video;
  }

  close(): void {
    this.video?.close();
    this.video = null;
    this.glimpse.get()?.picture.close();
    this.glimpse.set(null);
  }
}
