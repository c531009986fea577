import { type ReactElement, useEffect, useRef } from "react";
import { certaintyOf, UNSURE } from "#dance/choreo/certainty.ts";
import type { Keyframe } from "#dance/choreo/choreography.ts";
import { addKeyframe, keyframeOn } from "#dance/choreo/edit/keyframes.ts";
import { isUnscored } from "#dance/choreo/edit/unscored.ts";
import { countName } from "#dance/music/tempo.ts";
import { useWords } from "../../state/language.ts";
import { Glyph } from "../marks.tsx";
import { useDesk } from "./editor-context.ts";
import { Lane } from "./lane.tsx";
import { PoseThumb } from "./pose-thumb.tsx";

/** The counts of the eight-count that is worked on. */
export function CountLane(): ReactElement {
  const { editor, view } = useDesk();
  const { editor: say } = useWords();
  const first = Math.floor(view.count / 8) * 8;
  return (
    <Lane name={say.counts(first / 8 + 1)}>
      <div className="cnts">
        {Array.from({ length: 8 }, (_, i) => (
          <button
            key={String(i)}
            type="button"
            aria-label={countName(first + i)}
            aria-pressed={Math.floor(view.count) === first + i}
            onClick={() => editor.choose(first + i)}
          >
            {i + 1}
          </button>
        ))}
      </div>
    </Lane>
  );
}

/** The keyframes of the eight-count: one for each count, and one for the half after it. */
export function KeyframeLane(): ReactElement {
  const { draft, view } = useDesk();
  const { editor: say } = useWords();
  const first = Math.floor(view.count / 8) * 8;
  const counts = Array.from({ length: 8 }, (_, i) => first + i).filter((count) => count < draft.counts);
  return (
    <Lane name={say.keyframes}>
      <ul className="kf">
        {counts.map((count) => (
          <li key={count}>
            <Slot count={count} />
            <Slot count={count + 0.5} />
          </li>
        ))}
      </ul>
    </Lane>
  );
}

/** One place for a keyframe: the keyframe, or the offer to add one. */
function Slot({ count }: { readonly count: number }): ReactElement {
  const { editor, view, position } = useDesk();
  const { editor: say, n } = useWords();
  const keyframe = keyframeOn(position, count);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = view.count === count;
  useEffect(() => {
    if (chosen && document.activeElement?.closest(".kf")) button.current?.focus();
  }, [chosen]);
  const half = !Number.isInteger(count);
  const name = half ? "&" : String((count % 8) + 1);
  const unscored = isUnscored(position.unscored, count);
  if (!keyframe)
    return (
      <button
        ref={button}
        type="button"
        className={half ? "slot half none" : "slot none"}
        aria-current={chosen}
        onClick={() => {
          editor.choose(count);
          editor.edit((d, at) => addKeyframe(d, at, count, half ? 0.6 : 1));
        }}
      >
        <span className="vh">{say.add(countName(count))}</span>
        <em aria-hidden="true">{half ? "+ &" : say.addShort(name)}</em>
      </button>
    );
  const sure = certaintyOf(keyframe.pose);
  return (
    <button
      ref={button}
      type="button"
      className={["slot", half && "half", sure < UNSURE && "low", unscored && "out"].filter(Boolean).join(" ")}
      aria-current={chosen}
      onClick={() => editor.choose(count)}
    >
      <span className="vh">{slotLabel(say, countName(count), keyframe, n.percent(sure), unscored)}</span>
      <PoseThumb pose={keyframe.pose} />
      <em aria-hidden="true">
        {name}
        <span className={sure < UNSURE ? "row nowrap unsure" : "row nowrap"}>
          {sure < UNSURE && <Glyph word="ok" />}
          {n.percent(sure)}
        </span>
      </em>
    </button>
  );
}

const slotLabel = (
  say: ReturnType<typeof useWords>["editor"],
  count: string,
  { weight }: Keyframe,
  sure: string,
  unscored: boolean,
): string =>
  [say.keyframe(count), say.sure(sure), say.weighs(weight), unscored && say.notScored].filter(Boolean).join(", ");
