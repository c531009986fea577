import { Star } from "lucide-react";
import type { ReactElement } from "react";
import type { Dancer } from "../api.ts";
import { usePick } from "../state/boards.ts";
import { useWords } from "../state/language.ts";

interface PickStarProps {
  readonly dancer: Dancer;
  readonly picked: boolean;
}

/** Picks a dancer as a friend, or lets them go. */
export function PickStar({ dancer, picked }: PickStarProps): ReactElement {
  const { standings: say } = useWords();
  const pick = usePick(dancer.id);
  const on = pick.isPending ? (pick.variables ?? picked) : picked;
  return (
    <button
      type="button"
      className="square pick"
      aria-pressed={on}
      aria-label={on ? say.unpick(dancer.name) : say.pick(dancer.name)}
      disabled={pick.isPending}
      onClick={() => pick.mutate(!on)}
    >
      <Star aria-hidden fill={on ? "currentColor" : "none"} />
    </button>
  );
}
