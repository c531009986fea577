import type { ReactElement } from "react";
import { RATES, VIEWS, type Way } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { useSwitches } from "../state/switches.ts";
import { Choice } from "./choice.tsx";

interface WayProps {
  readonly way: Way;
  readonly onWay: (way: Way) => void;
  readonly ladder: boolean;
  readonly onLadder: (on: boolean) => void;
}

/** How a routine is danced: its speed, whose left and right, and whether the ladder climbs. */
export function WayChoice({ way, onWay, ladder, onLadder }: WayProps): ReactElement {
  const words = useWords();
  const { seated } = useSwitches();
  const say = words.choreography;
  return (
    <div className="stack choices">
      <div className="row between speeds">
        <span className="strong">{say.speed}</span>
        <Choice
          label={say.speed}
          value={String(way.rate)}
          options={RATES.map((r) => [String(r), words.n.speed(r)] as const)}
          onChange={(rate) => onWay({ ...way, rate: Number(rate) })}
        />
      </div>
      <div className="row between">
        <span className="strong">{say.view}</span>
        <Choice
          label={say.view}
          value={way.view}
          options={VIEWS.map((v) => [v, v === "mirror" ? say.mirror : say.filmed] as const)}
          onChange={(view) => onWay({ ...way, view })}
        />
      </div>
      <div className="row between">
        <span className="strong">{words.practice.ladder}</span>
        <Choice
          label={words.practice.ladder}
          value={ladder ? "on" : "off"}
          options={[
            ["on", words.practice.on],
            ["off", words.practice.off],
          ]}
          onChange={(on) => onLadder(on === "on")}
        />
      </div>
      {ladder && <p className="note">{words.practice.ladderSay}</p>}
      <p className="note">
        {way.view === "mirror" ? say.mirrorNote : say.filmedNote} {way.rate < 1 && say.slowNote}
      </p>
      {seated && <p className="note">{words.practice.dancesSeated}</p>}
    </div>
  );
}
