import { Download, Share2 } from "lucide-react";
import { type ReactElement, useCallback, useState } from "react";
import { useWords } from "../state/language.ts";
import { useOpened } from "../state/opened.ts";
import type { CardFacts } from "./card-facts.ts";
import { Choice } from "./choice.tsx";
import { CARDS, type CardShape, cardPng } from "./result-card.ts";

interface Drawn {
  readonly file: File;
  readonly url: string;
  close(): void;
}

async function draw(shape: CardShape, facts: CardFacts): Promise<Drawn> {
  const blob = await cardPng(shape, facts);
  const url = URL.createObjectURL(blob);
  const file = new File([blob], `eightcount-${shape}.png`, { type: "image/png" });
  return { file, url, close: () => URL.revokeObjectURL(url) };
}

const shareable = (file: File): boolean => navigator.canShare?.({ files: [file] }) ?? false;

/** The picture of a take: seen before it goes anywhere, shared by the device's own sheet, or saved. */
export function SharePicture({ facts }: { readonly facts: CardFacts }): ReactElement {
  const { share, states } = useWords();
  const [shape, setShape] = useState<CardShape>("tall");
  const [failed, setFailed] = useState(false);
  const { it, fresh, again } = useOpened(useCallback(() => draw(shape, facts), [shape, facts]));
  const drawn = fresh ? it : null;
  const send = async (file: File) => {
    setFailed(false);
    // Closing the device's sheet without sharing is no failure.
    await navigator.share({ files: [file] }).catch((cause: Error) => setFailed(cause.name !== "AbortError"));
  };
  return (
    <section className="stack">
      <div className="row between">
        <h3>{share.picture}</h3>
        <Choice
          label={share.shape}
          value={shape}
          options={[
            ["tall", share.tall],
            ["wide", share.wide],
          ]}
          onChange={setShape}
        />
      </div>
      <div className="card-view">
        {drawn ? (
          <img src={drawn.url} alt={share.alt(facts.routine, facts.score)} {...CARDS[shape]} />
        ) : again ? (
          <p role="alert" className="trouble">
            {share.undrawn}{" "}
            <button type="button" className="link" onClick={again}>
              {states.again}
            </button>
          </p>
        ) : (
          <p className="soft">{share.drawing}</p>
        )}
      </div>
      <div className="row">
        {drawn && shareable(drawn.file) && (
          <button type="button" className="btn go" onClick={() => void send(drawn.file)}>
            <Share2 aria-hidden />
            {share.send}
          </button>
        )}
        {drawn && (
          <a className="btn" href={drawn.url} download={drawn.file.name}>
            <Download aria-hidden />
            {share.save}
          </a>
        )}
      </div>
      <p className="note soft" role="status">
        {failed ? share.failed : share.pictureSay}
      </p>
    </section>
  );
}
