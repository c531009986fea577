import type { ReactElement } from "react";
import { useWords } from "../state/language.ts";
import { StageModal } from "./stage-modal.tsx";

type Rows = readonly (readonly [string, string])[];

function Rows({ rows, keys }: { readonly rows: Rows; readonly keys: boolean }): ReactElement {
  return (
    <dl className="st-keys">
      {rows.map(([what, does]) => (
        <div key={what}>
          <dt>{keys ? <kbd>{what}</kbd> : what}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

/** All that can be asked of the stage by key and by hand. */
export function KeySheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { keys, practice, hands } = useWords();
  return (
    <StageModal title={keys.title} onClose={onClose}>
      <Rows
        keys
        rows={[
          [keys.spaceKey, keys.space],
          [keys.escapeKey, keys.escape],
          ["←", keys.left],
          ["R", keys.again],
          ["↑ ↓", keys.speed],
          ["T", keys.teacher],
          ["M", keys.metronome],
          ["S", practice.settingsKey],
          ["?", keys.help],
        ]}
      />
      <h3>{hands.title}</h3>
      <Rows
        keys={false}
        rows={[
          [hands.ring, hands.ringDoes],
          [hands.arms, hands.armsDo],
        ]}
      />
      {/* biome-ignore lint/a11y/noAutofocus: the way out of a sheet that was asked for */}
      <button type="button" className="btn big" autoFocus onClick={onClose}>
        {keys.close}
      </button>
    </StageModal>
  );
}
