import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import type { Track } from "#dance/pose/pose.ts";
import type { ImportRun } from "../../state/import-run.ts";
import { useWords } from "../../state/language.ts";
import { boxOf, moments, nearestFrame } from "./dancer-moments.ts";
import { DancerStrip } from "./dancer-strip.tsx";

interface ChooseDancerProps {
  readonly run: ImportRun;
  readonly dancers: readonly Track[];
}

/** Several dance: on a picture of the video, whoever is to be danced is clicked. */
export function ChooseDancer({ run, dancers }: ChooseDancerProps): ReactElement {
  const { bring } = useWords();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [moment, setMoment] = useState(0);
  const times = useMemo(() => moments(dancers), [dancers]);
  const at = times[moment % Math.max(1, times.length)] ?? 0;
  const turn = (i: number) =>
    setChosen((was) => (was.includes(i) ? was.filter((it) => it !== i) : [...was, i].sort((a, b) => a - b)));
  const use = () => void run.choose(chosen.map((i) => ({ name: bring.dancer(i + 1), track: dancers[i] as Track })));
  return (
    <section className="import-who">
      <div className="stack">
        <StillPicture run={run} dancers={dancers} at={at} chosen={chosen} onTurn={turn} />
        <button type="button" className="btn" onClick={() => setMoment(moment + 1)}>
          {bring.another}
        </button>
      </div>
      <div className="stack">
        <ul className="import-dancers" aria-label={bring.strip}>
          {dancers.map((track, i) => (
            <li key={String(i)}>
              <DancerStrip n={i + 1} track={track} chosen={chosen.includes(i)} onTurn={() => turn(i)} />
            </li>
          ))}
        </ul>
        <button type="button" className="btn go big" disabled={chosen.length === 0} onClick={use}>
          {chosen.length === 0 ? bring.useNone : bring.use(chosen.length)}
        </button>
      </div>
    </section>
  );
}

interface StillProps extends ChooseDancerProps {
  readonly at: number;
  readonly chosen: readonly number[];
  readonly onTurn: (dancer: number) => void;
}

/** The picture, with a button over each dancer seen in it. */
function StillPicture({ run, dancers, at, chosen, onTurn }: StillProps): ReactElement {
  const { bring } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [wide, setWide] = useState(16 / 9);
  useEffect(() => {
    let over = false;
    void run.still(at).then((picture) => {
      if (!over && picture && canvas.current) {
        Object.assign(canvas.current, { width: picture.width, height: picture.height });
        canvas.current.getContext("2d")?.drawImage(picture, 0, 0);
        setWide(picture.width / picture.height);
      }
      picture?.close();
    });
    return () => {
      over = true;
    };
  }, [run, at]);
  return (
    <div className="import-still" style={{ aspectRatio: wide }}>
      <canvas ref={canvas} role="img" aria-label={bring.still} />
      {dancers.map((track, i) => {
        const box = boxOf(nearestFrame(track, at)?.pose, wide);
        return (
          box && (
            <button
              key={String(i)}
              type="button"
              aria-pressed={chosen.includes(i)}
              aria-label={bring.dancer(i + 1)}
              style={box}
              onClick={() => onTurn(i)}
            >
              <span>{i + 1}</span>
            </button>
          )
        );
      })}
    </div>
  );
}
