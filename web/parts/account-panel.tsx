import { type ReactElement, type ReactNode, type RefObject, useId } from "react";
import { codeOf } from "../state/account.ts";
import { useWords } from "../state/language.ts";
import { problemSentence, type Words } from "../words/index.ts";

interface PanelProps {
  readonly title: string;
  readonly say: string;
  readonly children?: ReactNode;
}

/** One matter of the account: what it is, what it is for, what to do. */
export function AccountPanel({ title, say, children }: PanelProps): ReactElement {
  const id = useId();
  return (
    <section className="panel stack" aria-labelledby={id}>
      <div>
        <h2 id={id} className="h3">
          {title}
        </h2>
        <p className="note">{say}</p>
      </div>
      {children}
    </section>
  );
}

/** The sentence for what went wrong with the account; null where nothing did. */
export function accountSentence(words: Words, cause: unknown): string | null {
  const code = codeOf(cause);
  if (code === null) return null;
  return (words.account.troubles as Readonly<Record<string, string>>)[code] ?? problemSentence(words, code);
}

/** What went wrong, said where it was asked for. */
export function Trouble({ cause }: { readonly cause: unknown }): ReactElement | null {
  const said = accountSentence(useWords(), cause);
  if (!said) return null;
  return (
    <p role="alert" className="trouble">
      {said}
    </p>
  );
}

interface SureProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly children: ReactNode;
}

/** Asks once more before a thing that is not undone. */
export function Sure({ dialog, title, yes, onYes, children }: SureProps): ReactElement {
  const { account } = useWords();
  const close = () => dialog.current?.close();
  const agree = () => {
    close();
    onYes();
  };
  return (
    <dialog className="sheet" ref={dialog} aria-label={title}>
      <div className="stack">
        <h2>{title}</h2>
        {children}
        <div className="row">
          <button type="button" className="btn" onClick={agree}>
            {yes}
          </button>
          <button type="button" className="btn plain" onClick={close}>
            {account.close}
          </button>
        </div>
      </div>
    </dialog>
  );
}
