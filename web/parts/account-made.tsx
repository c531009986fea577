import { type ReactElement, useRef } from "react";
import { useAccountChange } from "../state/account.ts";
import { useWords } from "../state/language.ts";
import { askedOf, clearMade, MADE_HERE, type Made, type MadeHere, useMadeHere } from "../state/made-here.ts";
import { AccountPanel, Sure } from "./account-panel.tsx";
import { Choice } from "./choice.tsx";

/** What was made on this device, how much room it takes, and the way to be rid of it. */
export function MadePanel(): ReactElement | null {
  const { account: say, n } = useWords();
  const here = useMadeHere();
  const sure = useRef<HTMLDialogElement>(null);
  const clear = useAccountChange(clearMade, MADE_HERE);
  if (!here) return null;
  const any = askedOf(here) !== null;
  const facts = say.madeFacts(here.routines, here.recordings, n.megabytes(here.bytes));
  return (
    <AccountPanel title={say.made} say={say.madeSay}>
      <p role="status">{any ? facts : clear.isSuccess ? say.madeCleared : say.madeNone}</p>
      {here.used !== null && <p className="note">{say.madeUsed(n.megabytes(here.used))}</p>}
      {any && (
        <div>
          <button type="button" className="btn" disabled={clear.isPending} onClick={() => sure.current?.showModal()}>
            {say.madeClear}
          </button>
        </div>
      )}
      <Sure dialog={sure} title={say.madeSure} yes={say.madeClear} onYes={() => clear.mutate(undefined)}>
        <p>{say.madeSureDo}</p>
      </Sure>
    </AccountPanel>
  );
}

interface MadeChoiceProps {
  /** What was made here; null where nothing was. */
  readonly here: MadeHere | null;
  readonly made: Made;
  readonly onMade: (made: Made) => void;
}

/** Asks whoever goes what becomes of what was made here; nothing where nothing was. */
export function MadeChoice({ here, made, onMade }: MadeChoiceProps): ReactElement | null {
  const { account: say } = useWords();
  if (!here) return null;
  return (
    <div className="stack made-choice">
      <p className="strong">{say.madeChoice}</p>
      <div>
        <Choice
          label={say.madeChoice}
          value={made}
          options={[
            ["keep", say.madeKeep],
            ["clear", say.madeGo],
          ]}
          onChange={(value) => onMade(value === "clear" ? "clear" : "keep")}
        />
      </div>
      <p className="note">{made === "keep" ? say.madeKeepSay(here.routines) : say.madeGoSay(here.routines)}</p>
    </div>
  );
}
