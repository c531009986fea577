import { BookmarkPlus, X } from "lucide-react";
import { type ReactElement, useState } from "react";
import { problemOf } from "../../api.ts";
import type { useTemplates } from "../../state/coach/notes.ts";
import { useWords } from "../../state/language.ts";
import { problemSentence } from "../../words/index.ts";

interface TemplatesProps extends ReturnType<typeof useTemplates> {
  /** What is being written, which may be kept as a template. */
  readonly text: string;
  readonly onUse: (template: string) => void;
}

/** What a coach says often: a press puts it into the note. */
export function Templates({ templates, keep, text, onUse }: TemplatesProps): ReactElement | null {
  const words = useWords();
  const say = words.notes;
  const [tidying, setTidying] = useState(false);
  const now = text.trim();
  const fresh = now !== "" && !templates.includes(now);
  if (templates.length === 0 && !fresh) return null;
  return (
    <div className="stack templates">
      <fieldset className="row" aria-label={say.templates}>
        {templates.map((it) => (
          <button
            key={it}
            type="button"
            className="chip"
            aria-label={tidying ? say.dropTemplate(it) : it}
            onClick={() => (tidying ? keep.mutate(templates.filter((kept) => kept !== it)) : onUse(it))}
          >
            <span>{it}</span>
            {tidying && <X size={18} aria-hidden />}
          </button>
        ))}
      </fieldset>
      <div className="row">
        {fresh && (
          <button
            type="button"
            className="btn plain"
            disabled={keep.isPending}
            onClick={() => keep.mutate([...templates, now])}
          >
            <BookmarkPlus aria-hidden />
            {say.keepTemplate}
          </button>
        )}
        {templates.length > 0 && (
          <button type="button" className="btn plain" aria-pressed={tidying} onClick={() => setTidying(!tidying)}>
            {tidying ? say.tidied : say.tidy}
          </button>
        )}
      </div>
      {keep.error && (
        <p className="trouble" role="alert">
          {problemSentence(words, problemOf(keep.error))}
        </p>
      )}
    </div>
  );
}
