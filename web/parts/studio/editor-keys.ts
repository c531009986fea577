import { addKeyframe, keyframeOn, moveKeyframe, removeKeyframe } from "#dance/choreo/edit/keyframes.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { isWriting, keyOf } from "../key-of.ts";
import { usePageKeys } from "../page-keys.ts";
import type { Desk } from "./editor-context.ts";

/** Fields keep their own keys. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type=checkbox]), select, textarea, dialog *");

/** The keys of the editor; each of them can be done by a button too. */
export function useEditorKeys(desk: Desk): void {
  usePageKeys((e) => {
    if (e.defaultPrevented || isWriting(e) || writes(e.target) || e.altKey) return;
    if (e.ctrlKey || e.metaKey) {
      if (keyOf(e) === "z") done(e, e.shiftKey ? desk.editor.redo : desk.editor.undo);
      if (keyOf(e) === "y") done(e, desk.editor.redo);
      return;
    }
    const act = actOf(desk, e);
    if (act) done(e, act);
  });
}

const done = (e: KeyboardEvent, act: () => void): void => {
  e.preventDefault();
  act();
};

function actOf({ editor, view, position, preview, tempo }: Desk, e: KeyboardEvent): (() => void) | null {
  const { count } = view;
  const onButton = e.target instanceof Element && e.target.closest("button, a, summary, [role=button]") !== null;
  const step = e.shiftKey ? 8 : 1;
  switch (keyOf(e)) {
    case "ArrowLeft":
      return () => editor.choose(count - step);
    case "ArrowRight":
      return () => editor.choose(count + step);
    case "&":
      return () => editor.choose(Number.isInteger(count) ? count + 0.5 : Math.floor(count));
    case "[":
    case "]": {
      const to = count + (e.key === "[" ? -0.5 : 0.5);
      if (!keyframeOn(position, count) || keyframeOn(position, to) || to < 0) return null;
      return () => {
        editor.edit((d, at) => moveKeyframe(d, at, count, to));
        editor.choose(to);
      };
    }
    case "a":
      return () => editor.edit((d, at) => addKeyframe(d, at, count));
    case "Delete":
    case "Backspace":
      return () => editor.edit((d, at) => removeKeyframe(d, at, count));
    case " ":
      return onButton ? null : () => preview.toggle(timeOfCount(tempo, count));
    default:
      return null;
  }
}
