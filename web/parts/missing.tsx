import type { ReactElement } from "react";
import { problemOf } from "../api.ts";
import { useWords } from "../state/language.ts";
import { problemSentence } from "../words/index.ts";

interface MissingProps {
  readonly of: { readonly error: unknown; readonly refetch: () => unknown };
}

/** Why a part of a page could not be fetched, and asking again; nothing where it could. */
export function Missing({ of }: MissingProps): ReactElement | null {
  const words = useWords();
  if (!of.error) return null;
  return (
    <p role="alert" className="trouble">
      {problemSentence(words, problemOf(of.error))}{" "}
      <button type="button" className="link" onClick={() => void of.refetch()}>
        {words.states.again}
      </button>
    </p>
  );
}
