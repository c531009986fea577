import { type ReactElement, useState } from "react";
import { useWords } from "../state/language.ts";
import { answerAdvice, useAdvice } from "../state/latency.ts";
import { signedMs, wholeMs } from "../words/numbers.ts";

/** What a dance of this device told of the delay of camera and sound, with an offer to take it off; else nothing. */
export function LagAdvice({ id }: { readonly id: string }): ReactElement | null {
  const { latency: say, n } = useWords();
  const advice = useAdvice(id);
  const [answer, setAnswer] = useState<string | null>(null);
  const ms = (seconds: number) => n.whole(wholeMs(seconds));
  if (answer)
    return (
      <p className="note" role="status">
        {answer}
      </p>
    );
  if (!advice) return null;
  if (advice.advice === "fits") return <p className="note">{say.fits}</p>;
  if (advice.advice === "too-short")
    return <p className="note">{say.short(n.whole(advice.keyframes), n.whole(advice.needs))}</p>;
  const { key, latency, lag, step, keyframes } = advice;
  const signed = signedMs(latency);
  return (
    <section className="ask stack">
      <h3>{lag < 0 ? say.early(ms(lag)) : say.late(ms(lag))}</h3>
      <p>
        {say.lateSay(n.whole(keyframes))} {Math.abs(step) < Math.abs(lag) && say.part(ms(step))}
      </p>
      <div className="row">
        <button
          type="button"
          className="btn"
          onClick={() => {
            setAnswer(say.applied(signed));
            answerAdvice(id, key, latency);
          }}
        >
          {say.apply(signed)}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            setAnswer(say.kept);
            answerAdvice(id, key, null);
          }}
        >
          {say.keep}
        </button>
      </div>
    </section>
  );
}
