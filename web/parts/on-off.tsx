import type { ReactElement } from "react";
import { useWords } from "../state/language.ts";
import { Choice } from "./choice.tsx";

interface RowProps {
  readonly label: string;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}

/** A switch with its name before it. */
export function OnOff({ label, on, onTurn }: RowProps): ReactElement {
  const { practice } = useWords();
  return (
    <div className="row between">
      <span className="strong">{label}</span>
      <Choice
        label={label}
        value={on ? "on" : "off"}
        options={[
          ["on", practice.on],
          ["off", practice.off],
        ]}
        onChange={(value) => onTurn(value === "on")}
      />
    </div>
  );
}
