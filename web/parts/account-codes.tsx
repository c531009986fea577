import { type ReactElement, useRef, useState } from "react";
import { api } from "../api.ts";
import { type AccountPage, useAccountChange } from "../state/account.ts";
import { copyText } from "../state/copy-text.ts";
import { useWords } from "../state/language.ts";
import { saveFile } from "../state/save-file.ts";
import { AccountPanel, Sure, Trouble } from "./account-panel.tsx";
import { QrCode } from "./qr-code.tsx";

/** A code as people type it: "ABCDE FGHJK ...". */
const spaced = (code: string): string => code.replace(/(.{5})(?=.)/g, "$1 ");

/** Codes for paper, shown once. */
export function Recovery({ page }: { readonly page: AccountPage }): ReactElement {
  const { account: say } = useWords();
  const sure = useRef<HTMLDialogElement>(null);
  const make = useAccountChange(() => api.newRecovery());
  const left = page.account.recoveryCodes;
  return (
    <AccountPanel title={say.recovery} say={say.recoveryDo}>
      {make.data ? (
        <Shown codes={make.data} name={page.account.dancer.name} onKept={make.reset} />
      ) : (
        <div className="row between">
          <p>{left > 0 ? say.recoveryLeft(left) : say.recoveryNone}</p>
          <button
            type="button"
            className="btn"
            disabled={make.isPending}
            onClick={() => (left > 0 ? sure.current?.showModal() : make.mutate(undefined))}
          >
            {left > 0 ? say.recoveryAgain : say.recoveryMake}
          </button>
        </div>
      )}
      <Trouble cause={make.error} />
      <Sure dialog={sure} title={say.recoverySure} yes={say.recoveryAgain} onYes={() => make.mutate(undefined)}>
        <p>{say.recoverySureDo}</p>
      </Sure>
    </AccountPanel>
  );
}

interface ShownProps {
  readonly codes: readonly string[];
  readonly name: string;
  readonly onKept: () => void;
}

function Shown({ codes, name, onKept }: ShownProps): ReactElement {
  const { account: say } = useWords();
  const text = [say.recoveryFile(name), location.origin, "", ...codes.map(spaced), ""].join("\n");
  return (
    <div className="stack" role="status">
      <p className="strong">{say.recoveryOnce}</p>
      <ol className="acc-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{spaced(code)}</code>
          </li>
        ))}
      </ol>
      <div className="row">
        <button
          type="button"
          className="btn"
          onClick={() => saveFile("eightcount-recovery.txt", new Blob([text], { type: "text/plain" }))}
        >
          {say.recoverySave}
        </button>
        <Copy text={text} />
        <button type="button" className="btn plain" onClick={onKept}>
          {say.recoveryKept}
        </button>
      </div>
    </div>
  );
}

/** Copies a text, and says that it did; or that it is to be copied by hand from where it stands. */
function Copy({ text }: { readonly text: string }): ReactElement {
  const { account: say } = useWords();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <button type="button" className="btn" onClick={() => void copyText(text).then(setCopied)}>
      <span aria-live="polite">{copied === null ? say.copy : copied ? say.copied : say.notCopied}</span>
    </button>
  );
}

/** A code by which another device signs in at once: to type, or to point its camera at. */
export function OtherDevice(): ReactElement {
  const words = useWords();
  const say = words.account;
  const make = useAccountChange(() => api.newCode());
  return (
    <AccountPanel title={say.other} say={say.otherDo}>
      {make.data && (
        <div className="acc-code" role="status">
          <QrCode text={`${location.origin}/account#${make.data.code}`} label={say.otherSquare} />
          <div className="stack">
            <p className="acc-big">
              <span className="vh">{say.otherCode}: </span>
              <code>{spaced(make.data.code)}</code>
            </p>
            <p className="note">{say.otherUntil(words.n.time(make.data.expiresAt))}</p>
            <div>
              <Copy text={make.data.code} />
            </div>
          </div>
        </div>
      )}
      {!make.data && (
        <div>
          <button type="button" className="btn" disabled={make.isPending} onClick={() => make.mutate(undefined)}>
            {say.otherMake}
          </button>
        </div>
      )}
      <Trouble cause={make.error} />
    </AccountPanel>
  );
}
