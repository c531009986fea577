import { X } from "lucide-react";
import { type ReactElement, type ReactNode, useRef, useState } from "react";
import { useWords } from "../state/language.ts";

interface SheetProps {
  /** What the button says. */
  readonly label: string;
  readonly icon: ReactElement;
  /** Classes of the button beside `btn`. */
  readonly look?: string;
  /** What the sheet is called; as the button where nothing is said. */
  readonly title?: string;
  /** Class of the sheet beside `sheet`. */
  readonly kind?: string;
  /** What stands on it; there only while it is open. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button and the sheet that it opens over the page. */
export function Sheet({ label, icon, look = "", title = label, kind = "", children }: SheetProps): ReactElement {
  const { share } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  const close = () => dialog.current?.close();
  return (
    <>
      <button type="button" className={`btn ${look}`.trim()} onClick={show}>
        {icon}
        {label}
      </button>
      <dialog className={`sheet ${kind}`.trim()} ref={dialog} aria-label={title} onClose={() => setOpen(false)}>
        <div className="sheet-head">
          <h2>{title}</h2>
          <button type="button" className="btn plain" aria-label={share.close} onClick={close}>
            <X aria-hidden />
          </button>
        </div>
        {open && children(close)}
      </dialog>
    </>
  );
}
