import type { ReactElement } from "react";
import { problemOf } from "../api.ts";
import { useWords } from "../state/language.ts";
import { problemSentence } from "../words/index.ts";

interface MissingProps {
  readonly of: Asked;
}

/** What was asked for; of a list that comes page by page, also whether only its next page is missing. */
interface Asked {
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly isFetchNextPageError?: boolean;
  readonly fetchNextPage?: () => unknown;
}

/** Asks again for what is missing: a list that is there is asked for the page that is not. */
export const askAgain = (of: Asked): unknown =>
  of.isFetchNextPageError && of.fetchNextPage ? of.fetchNextPage() : of.refetch();

/** Why a part of a page could not be fetched, and asking again; nothing where it could. */
export function Missing({ of }: MissingProps): ReactElement | null {
  const words = useWords();
  if (!of.error) return null;
  return (
    <p role="alert" className="trouble">
      {problemSentence(words, problemOf(of.error))}{" "}
      <button type="button" className="link" onClick={() => void askAgain(of)}>
        {words.states.again}
      </button>
    </p>
  );
}
