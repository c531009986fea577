import type { ReactElement } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Link } from "wouter";
import type { PauseCause } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import type { Practising } from "../state/practice.ts";
import { ladderSays } from "../words/ladder.ts";

interface PauseSheetProps {
  readonly cause: PauseCause | null;
  readonly back: string;
  readonly onResume: () => void;
  readonly onAgain: () => void;
  readonly onSettings: () => void;
  /** False while the camera is away: there is nothing to go on with. */
  readonly ready: boolean;
  /** In a loop: the pass under way is broken, the ones before it are kept. */
  readonly practising: Practising | null;
}

/** The take waits: go on, start again, or give it up. */
export function PauseSheet({
  cause,
  back,
  onResume,
  onAgain,
  onSettings,
  ready,
  practising,
}: PauseSheetProps): ReactElement {
  const words = useWords();
  const { stage, practice } = words;
  const [title, say] = stage.pauses[cause ?? "asked"];
  return (
    <ModalOverlay className="st-over" isOpen isKeyboardDismissDisabled>
      <Modal className="st-modal">
        <Dialog className="stack" role="alertdialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {practising ? (
            <p>
              {practising.said && ladderSays(words, practising.said)} {practising.pass && practice.held}
            </p>
          ) : (
            <p>{say}</p>
          )}
          <div className="row">
            {/* biome-ignore lint/a11y/noAutofocus: the sheet came up by itself; going on is one key away */}
            <button type="button" className="btn go big" autoFocus disabled={!ready} onClick={onResume}>
              {stage.resume}
            </button>
            {!practising && (
              <button type="button" className="btn big" onClick={onAgain} disabled={!ready}>
                {stage.again}
              </button>
            )}
            <button type="button" className="btn big" onClick={onSettings}>
              {practice.settings}
            </button>
            <Link className="btn big" href={back}>
              {practising ? practice.end : stage.giveUp}
            </Link>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** All keys of the stage. */
export function KeySheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { keys, practice } = useWords();
  const rows = [
    [keys.spaceKey, keys.space],
    [keys.escapeKey, keys.escape],
    ["←", keys.left],
    ["↑ ↓", keys.speed],
    ["T", keys.teacher],
    ["S", practice.settingsKey],
    ["?", keys.help],
  ] as const;
  return (
    <ModalOverlay className="st-over" isOpen isDismissable onOpenChange={onClose}>
      <Modal className="st-modal">
        <Dialog className="stack">
          <Heading slot="title" level={2}>
            {keys.title}
          </Heading>
          <dl className="st-keys">
            {rows.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          {/* biome-ignore lint/a11y/noAutofocus: the way out of a sheet that was asked for */}
          <button type="button" className="btn big" autoFocus onClick={onClose}>
            {keys.close}
          </button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
