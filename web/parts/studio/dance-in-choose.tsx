import { Camera as CameraIcon } from "lucide-react";
import { type ReactElement, useState } from "react";
import type { BegunDance } from "../../state/dance-log.ts";
import type { DancePlan } from "../../state/dance-plan.ts";
import { useWords } from "../../state/language.ts";
import { Choice } from "../choice.tsx";
import { BpmStepper } from "./bpm.tsx";
import { LeftDances } from "./dance-in-left.tsx";
import { type Chosen, SongChoice } from "./dance-in-song.tsx";

interface ChooseProps {
  readonly onPlan: (plan: DancePlan) => void;
  readonly onLook: (left: BegunDance) => void;
}

/** The metronome's tempo, with room for a count-in before its first count. */
const metronome = (bpm: number): Chosen => ({ tempo: { bpm, firstBeat: 240 / bpm }, song: null });

/** What to dance to, before the camera. */
export function DanceInChoose({ onPlan, onLook }: ChooseProps): ReactElement {
  const { danceIn: say } = useWords();
  const [to, setTo] = useState<"metronome" | "song">("metronome");
  const [bpm, setBpm] = useState(110);
  const [song, setSong] = useState<Chosen | null>(null);
  const [arms, setArms] = useState<"pause" | "dance">("pause");
  const chosen = to === "metronome" ? metronome(bpm) : song;
  const go = () =>
    chosen && onPlan({ id: crypto.randomUUID(), beganAt: Date.now(), ...chosen, heedArms: arms === "pause" });
  return (
    <section className="di-choose">
      <h1>{say.title}</h1>
      <p className="lead">{say.lead}</p>
      <LeftDances onLook={onLook} />
      <div className="di-step">
        <span className="strong">{say.to}</span>
        <Choice
          label={say.to}
          value={to}
          options={[
            ["metronome", say.metronome],
            ["song", say.song],
          ]}
          onChange={setTo}
        />
      </div>
      {to === "metronome" ? <BpmStepper bpm={bpm} onChange={setBpm} /> : <SongChoice onChoose={setSong} />}
      <div className="di-step">
        <span className="strong">{say.arms}</span>
        <Choice
          label={say.arms}
          value={arms}
          options={[
            ["pause", say.armsPause],
            ["dance", say.armsDance],
          ]}
          onChange={setArms}
        />
      </div>
      <p className="note">{say.armsSay}</p>
      <button type="button" className="btn go big" disabled={!chosen} onClick={go}>
        <CameraIcon aria-hidden />
        {say.toCamera}
      </button>
    </section>
  );
}
