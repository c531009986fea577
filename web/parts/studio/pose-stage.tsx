import { type KeyboardEvent, type PointerEvent, type ReactElement, useMemo, useRef, useState } from "react";
import { poseAt } from "#dance/choreo/capture.ts";
import { keyframeOn } from "#dance/choreo/edit/keyframes.ts";
import { placeKeypoint } from "#dance/choreo/edit/keypoint.ts";
import { countName } from "#dance/music/tempo.ts";
import { AT, KEYPOINTS } from "#dance/pose/keypoints.ts";
import { CHAIN_NAMES, CHAINS } from "../../stage/chains.ts";
import { boundsOf, fitBounds, px, py, seen, trunkLength } from "../../stage/geometry.ts";
import { headCentre } from "../../stage/silhouette.ts";
import { useWords } from "../../state/language.ts";
import { chosenTime, useDesk } from "./editor-context.ts";
import { jointPlaces, nearestJoint, type Spot } from "./joint-places.ts";
import { MovingPose } from "./moving-pose.tsx";

/** The picture's size in its own units, and how far an arrow key moves a keypoint in picture heights (more with Shift). */
const [WIDE, TALL] = [400, 400];
/** Pixels about a joint within which a finger or a mouse takes hold of it. */
const REACH = 26;
const STEP = { fine: 0.004, coarse: 0.02 } as const;
const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A joint under a hand, and how far beside its middle the hand took hold. */
interface Gesture {
  readonly k: number;
  readonly name: string;
  readonly beside: Spot;
}

/** The pose on the chosen count. Of a keyframe every keypoint can be dragged, or chosen and moved by arrow keys. */
export function PoseStage(): ReactElement {
  const desk = useDesk();
  const { view, position, preview, editor } = desk;
  const words = useWords();
  const svg = useRef<SVGSVGElement>(null);
  const [gesture, setGesture] = useState<Gesture | null>(null);
  const keyframe = keyframeOn(position, view.count);
  const pose = keyframe?.pose ?? poseAt(position.track, chosenTime(desk));
  // The place holds still while one keypoint is moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: that of the pose before the gesture
  const place = useMemo(
    () => fitBounds(boundsOf([pose]), WIDE, TALL, 1, 0.12),
    [view.count, keyframe === undefined, gesture === null, position.name],
  );
  const head = seen(pose, AT.nose) ? headCentre(pose, place, trunkLength(pose) * place.size) : null;
  const put = (k: number, x: number, y: number, name: string) =>
    editor.edit((d, at) => placeKeypoint(d, at, view.count, k, x, y), name);
  const joints = jointPlaces(pose, place, TALL);
  const spotOf = (e: PointerEvent): { spot: Spot; scale: number } | null => {
    const matrix = svg.current?.getScreenCTM();
    if (!matrix) return null;
    const { x, y } = new DOMPoint(e.clientX, e.clientY).matrixTransform(matrix.inverse());
    return { spot: [x, y], scale: matrix.a };
  };
  const take = (e: PointerEvent) => {
    const at = spotOf(e);
    const k = at && keyframe ? nearestJoint(joints, at.spot, REACH / at.scale) : null;
    const joint = k === null ? undefined : joints[k];
    if (!at || k === null || !joint) return;
    e.currentTarget.setPointerCapture(e.pointerId);
    setGesture({ k, name: `drag ${e.timeStamp}`, beside: [joint[0] - at.spot[0], joint[1] - at.spot[1]] });
  };
  const drag = (e: PointerEvent) => {
    const at = gesture && spotOf(e);
    if (!at) return;
    const [x, y] = [at.spot[0] + gesture.beside[0], at.spot[1] + gesture.beside[1]];
    put(gesture.k, (x - place.x0) / place.size, (y - place.y0) / place.size, gesture.name);
  };
  const onKey = (e: KeyboardEvent, k: number) => {
    const way = WAYS[e.key];
    if (!way || e.metaKey || e.ctrlKey || e.altKey) return;
    e.preventDefault();
    e.stopPropagation();
    const by = e.shiftKey ? STEP.coarse : STEP.fine;
    put(k, (pose[k * 3] ?? 0) + way[0] * by, (pose[k * 3 + 1] ?? 0) + way[1] * by, `key ${view.count} ${k}`);
  };
  return (
    <div className="pose-stage">
      <b className="num">{countName(view.count)}</b>
      {preview.playing ? (
        <MovingPose />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
        <svg
          ref={svg}
          viewBox={`0 0 ${WIDE} ${TALL}`}
          role="group"
          aria-label={words.editor.picture(countName(view.count))}
          onPointerDown={take}
          onPointerMove={drag}
          onPointerUp={() => setGesture(null)}
          onPointerCancel={() => setGesture(null)}
        >
          <g fill="none" stroke="var(--ink)" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
            {CHAIN_NAMES.map((name) => (
              <polyline
                key={name}
                points={CHAINS[name]
                  .filter((k) => seen(pose, k))
                  .map((k) => `${px(pose, k, place)},${py(pose, k, place)}`)
                  .join(" ")}
              />
            ))}
            <polygon
              points={[5, 6, 12, 11]
                .filter((k) => seen(pose, k))
                .map((k) => `${px(pose, k, place)},${py(pose, k, place)}`)
                .join(" ")}
            />
            {head && <circle cx={head[0]} cy={head[1]} r={0.2 * trunkLength(pose) * place.size} />}
          </g>
          {keyframe &&
            KEYPOINTS.map((name, k) => {
              const lost = !seen(pose, k);
              return (
                // biome-ignore lint/a11y/useSemanticElements: a drawing has no buttons
                <g
                  key={name}
                  className={["joint", lost && "lost", gesture?.k === k && "held"].filter(Boolean).join(" ")}
                  role="button"
                  tabIndex={0}
                  aria-label={words.editor.joint(words.editor.keypoint[name], lost)}
                  onKeyDown={(e) => onKey(e, k)}
                  transform={`translate(${joints[k]?.join(" ")})`}
                >
                  <circle r="18" fill="transparent" />
                  <circle r={k < 5 ? 5 : 8} />
                </g>
              );
            })}
        </svg>
      )}
    </div>
  );
}
