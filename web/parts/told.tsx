import { Check, CloudOff, Upload, X } from "lucide-react";
import { type ReactElement, useState } from "react";
import { BOARD_COVERAGE } from "#dance/practice/board.ts";
import type { Standing } from "../api.ts";
import { useDancer } from "../state/dancer.ts";
import { useOnline, useSending } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import type { TakePage } from "../state/take-page.ts";
import { problemSentence, type Words } from "../words/index.ts";
import { NameForm } from "./name.tsx";
import { HowVerified } from "./trust.tsx";

/** Coverage and energy under which too little was danced to speak of sides. */
const DANCED = { coverage: 0.5, energy: 0.3 } as const;

/** What became of the take: on its way, judged again, waiting, refused. */
export function Told({ page }: { readonly page: TakePage }): ReactElement {
  const words = useWords();
  const online = useOnline();
  const { busy } = useSending();
  const [icon, text] = phaseWords(words, page, online, busy);
  return (
    <div className="told note" role="status">
      <p>
        {icon}
        <span className={page.phase === "refused" ? "bad" : ""}>{text}</span>
      </p>
      {notes(words, page).map((note) => (
        <p key={note}>{note}</p>
      ))}
      {page.verified && <HowVerified verified={page.verified} />}
    </div>
  );
}

export function phaseWords(words: Words, page: TakePage, online: boolean, busy: boolean): [ReactElement, string] {
  const say = words.result;
  const size = { size: 18, "aria-hidden": true } as const;
  if (page.doubt) return [<X key="i" {...size} />, `${words.trust.notVerified}. ${problemSentence(words, page.doubt)}`];
  if (page.phase === "judged") return [<Check key="i" {...size} />, judgedWords(words, page)];
  if (page.phase === "draft")
    return page.lasting
      ? [<Check key="i" {...size} />, words.draftDance.kept]
      : [<X key="i" {...size} />, words.draftDance.notKept];
  if (page.phase === "refused")
    return [<X key="i" {...size} />, `${say.refused} ${problemSentence(words, page.refused ?? "")}`];
  if (!online) return [<CloudOff key="i" {...size} />, say.waitingOffline];
  return [<Upload key="i" {...size} />, busy ? say.sending : say.waitingFull];
}

/** When it was judged again, and that it is verified, where it is. */
function judgedWords({ trust, n }: Words, { verified, judgedAt, at }: TakePage): string {
  const said = trust.verifiedSay(n.moment(judgedAt ?? at));
  return verified ? `${trust.verified}. ${said}` : said;
}

/** What else is true of this take: its speed, what was unseen, that it was mirrored. */
export function notes(words: Words, page: TakePage): string[] {
  const { result, rate, mirror, seated, late, doubt } = page;
  const say = words.result;
  const list: string[] = [];
  if (doubt) list.push(words.trust.appeal);
  if (late) list.push(words.trust.late);
  else if (page.waits && !doubt) list.push(words.trust.waits);
  if (seated) list.push(words.practice.dancedSeated);
  if (rate !== 1) list.push(say.slowNote(words.n.speed(rate)));
  const danced = result.coverage >= DANCED.coverage && result.energy >= DANCED.energy;
  if (result.mirrored && !mirror && danced) list.push(say.mirrored);
  if (result.coverage < 0.98) {
    const spans = [...result.unseen].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 2);
    const said = spans.map((s) =>
      say.unseenSpan(words.names.limb[s.limb], words.n.duration(s.from), words.n.duration(s.to)),
    );
    list.push([say.judged(words.n.percent(result.coverage)), ...said].join(" "));
  }
  if (page.draft) return list;
  if (result.coverage < BOARD_COVERAGE) list.push(words.trust.coverage(words.n.percent(BOARD_COVERAGE)));
  else if (result.hidden) list.push(words.trust.hidden(result.hidden.map((limb) => words.names.limb[limb]).join(", ")));
  else if (page.mine && page.standing && !doubt && !page.waits) list.push(placeWords(words, page.id, page.standing));
  return list;
}

/** That it stands on the board, or which of mine does instead. */
const placeWords = ({ trust, n }: Words, id: string, { rank, score, takeId }: Standing): string =>
  takeId === id ? trust.onBoard(n.whole(rank)) : trust.notBest(n.score(score));

/** My place on the board and the name that stands there; the name can be changed on the spot. */
export function OnBoard({ page }: { readonly page: TakePage }): ReactElement | null {
  const words = useWords();
  const me = useDancer().data;
  const [asking, setAsking] = useState(false);
  if (!page.standing || !page.mine || !me) return null;
  return (
    <div className="ask stack">
      {asking ? (
        <>
          <h3>{words.result.name}</h3>
          <NameForm name={me.name} onDone={() => setAsking(false)} onCancel={() => setAsking(false)} />
        </>
      ) : (
        <div className="row between">
          <p>{words.result.nameNow(me.name)}</p>
          <button type="button" className="btn" onClick={() => setAsking(true)}>
            {words.result.nameChange}
          </button>
        </div>
      )}
    </div>
  );
}
