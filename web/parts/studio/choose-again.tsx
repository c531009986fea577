import { Users } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { useSeveral } from "../../state/begun.ts";
import { useWords } from "../../state/language.ts";

/** The way to choose another dancer of the video that a draft was made of; nothing where one alone dances in it. */
export function ChooseAgain({ draft }: { readonly draft: string }): ReactElement | null {
  const { bring } = useWords();
  if (!useSeveral(draft)) return null;
  return (
    <Link className="btn" href={`/studio/import/${draft}`}>
      <Users aria-hidden />
      {bring.chooseAgain}
    </Link>
  );
}
