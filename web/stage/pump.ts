import type { Camera } from "../camera/types.ts";
import type { Looked, Source } from "../detector/types.ts";

/**
 * Brings camera pictures to the detector: one in flight, those that come meanwhile are dropped. When it is free again
 * it takes the picture that is shown now, if that is a new one, and does not wait for the next. Returns how to stop.
 */
export function pumpPictures<S extends Looked>(
  camera: Camera,
  source: Source<S>,
  see: (sighting: S) => void,
): () => void {
  let stopped = false;
  let grabbing = false;
  let sentAt = Number.NEGATIVE_INFINITY;
  const send = async () => {
    const at = camera.pictureAt;
    if (stopped || grabbing || source.busy || at === null || at <= sentAt) return;
    grabbing = true;
    sentAt = at;
    const frame = await camera
      .grab()
      .catch(() => null) // a picture that cannot be had is one dropped; the next may be
      .finally(() => {
        grabbing = false;
      });
    if (!frame) return;
    if (stopped) frame.close();
    else source.detect(frame, at);
  };
  const stopPictures = camera.onPicture(send);
  const stopSightings = source.onSighting((sighting) => {
    void send();
    see(sighting);
  });
  return () => {
    stopped = true;
    stopPictures();
    stopSightings();
  };
}
