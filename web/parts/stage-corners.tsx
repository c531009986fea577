import { ChevronsLeft, ChevronsRight, CircleHelp, Pause, SlidersHorizontal } from "lucide-react";
import type { ReactElement } from "react";
import { useWords } from "../state/language.ts";

/** Pauses the dance. */
export function PauseCorner({ onPause }: { readonly onPause: () => void }): ReactElement {
  const { stage } = useWords();
  return (
    <button type="button" className="st-corner" aria-label={stage.pause} onClick={onPause}>
      <Pause fill="currentColor" aria-hidden />
    </button>
  );
}

/** Help and settings, between takes. */
export function Corners({
  help,
  settings,
}: {
  readonly help: () => void;
  readonly settings: () => void;
}): ReactElement {
  const words = useWords();
  return (
    <>
      <button type="button" className="st-corner" aria-label={words.stage.keys} onClick={help}>
        <CircleHelp aria-hidden />
      </button>
      <button type="button" className="st-corner set" aria-label={words.practice.settings} onClick={settings}>
        <SlidersHorizontal aria-hidden />
      </button>
    </>
  );
}

/** Slower and faster while a loop goes round; the next pass takes it up. */
export function SpeedButtons({ onStep }: { readonly onStep: (way: 1 | -1) => void }): ReactElement {
  const { practice } = useWords();
  return (
    <div className="st-speeds">
      <button type="button" aria-label={practice.slower} title={practice.nextPass} onClick={() => onStep(-1)}>
        <ChevronsLeft aria-hidden />
      </button>
      <button type="button" aria-label={practice.faster} title={practice.nextPass} onClick={() => onStep(1)}>
        <ChevronsRight aria-hidden />
      </button>
    </div>
  );
}
