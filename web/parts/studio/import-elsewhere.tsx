import type { ReactElement } from "react";
import { useAfter } from "../../state/hooks.ts";
import { useWords } from "../../state/language.ts";
import { State } from "../states.tsx";

/** Another tab has this import; a page that is just being left lets go of it before this is read. */
export function ImportElsewhere(): ReactElement | null {
  const { bring } = useWords();
  if (!useAfter(200)) return null;
  return (
    <div role="status">
      <State within title={bring.elsewhere}>
        {bring.elsewhereSay}
      </State>
    </div>
  );
}
