import { Upload } from "lucide-react";
import { type ReactElement, useRef } from "react";
import type { ImportJob } from "../../state/imports.ts";
import { useWords } from "../../state/language.ts";
import { useDrop } from "./use-drop.ts";

/** What file choosers offer; a file of another name that is dropped is read all the same. */
const KINDS = "video/*,.mkv,.mov,.mp4,.m4v,.webm,.ts";

interface ChooseVideoProps {
  /** An import that was begun, whose file is not at hand. */
  readonly again: ImportJob | null;
  readonly onFile: (file: File) => void;
}

/** Choosing a video, or dropping one. */
export function ChooseVideo({ again, onFile }: ChooseVideoProps): ReactElement {
  const { bring, n } = useWords();
  const input = useRef<HTMLInputElement>(null);
  // What cannot be read is said where it is opened.
  const over = useDrop((dropped) => {
    const file = dropped?.files.find(({ type }) => type.startsWith("video/")) ?? dropped?.files[0];
    if (file) onFile(file);
  });
  return (
    <section className={over ? "import-drop over" : "import-drop"} aria-label={bring.choose}>
      <Upload aria-hidden />
      {again && <p className="lead">{bring.again(again.name, n.duration(Math.max(0, again.judged)))}</p>}
      <p className="h2">{bring.drop}</p>
      <button type="button" className="btn go big" onClick={() => input.current?.click()}>
        {bring.choose}
      </button>
      <input
        ref={input}
        type="file"
        accept={KINDS}
        className="vh"
        tabIndex={-1}
        aria-label={bring.choose}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = "";
          if (file) onFile(file);
        }}
      />
      <p className="note">{bring.kinds}</p>
    </section>
  );
}
