import { Music } from "lucide-react";
import { type ReactElement, useRef } from "react";

interface ChooseProps {
  readonly label: string;
  readonly main?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for a sound or video file. */
export function ChooseSound({ label, main = false, onFile }: ChooseProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={main ? "btn go" : "btn"} onClick={() => input.current?.click()}>
        <Music aria-hidden />
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept="audio/*,video/*,.mkv,.mka,.flac,.opus,.m4a"
        hidden
        aria-label={label}
        onChange={(e) => {
          const [file] = e.target.files ?? [];
          e.target.value = ""; // the same file may be chosen again
          if (file) onFile(file);
        }}
      />
    </>
  );
}
