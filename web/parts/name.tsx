import type { ReactElement } from "react";
import { useRename } from "../state/dancer.ts";
import { useWords } from "../state/language.ts";
import { WordForm } from "./word-form.tsx";

interface NameFormProps {
  readonly name: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks for the dancer's name. */
export function NameForm({ name, onDone, onCancel }: NameFormProps): ReactElement {
  const { result: say } = useWords();
  const change = useRename();
  return <WordForm label={say.nameLabel} first={name} go={say.nameSave} main {...{ change, onDone, onCancel }} />;
}
