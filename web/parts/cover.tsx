import type { ReactElement } from "react";
import { mirrorPose } from "#dance/pose/pose.ts";
import { bodyOf } from "./figure-geometry.ts";

const GELS = ["plum", "blue", "moss", "rust", "slate"] as const;
type Gel = (typeof GELS)[number];

/** A number for a text, spread evenly (FNV-1a). */
function sumOf(text: string): number {
  let sum = 2166136261;
  for (const c of text) sum = Math.imul(sum ^ c.charCodeAt(0), 16777619) >>> 0;
  return sum;
}

/** A colour for a routine or a dancer: the same for the same name, without meaning. */
export const gelOf = (name: string): Gel => GELS[(sumOf(name) >>> 7) % GELS.length] as Gel;

interface TapeProps {
  readonly kind: number;
  readonly floor: number;
  readonly u: number;
}

/** Tape on the floor and pale lines on the wall behind a figure; one of five layouts. */
function Tape({ kind, floor, u }: TapeProps): ReactElement {
  const line = { fill: "none", stroke: "rgba(246,245,241,.14)", strokeWidth: 0.12 * u };
  const tape = { fill: "none", stroke: "var(--tape)", strokeWidth: 0.13 * u };
  const w = 9 * u;
  const walls = [
    <path key="w" {...line} d={`M${-w} ${floor}H${w}`} />,
    <path
      key="w"
      {...line}
      d={`M${-3.4 * u} ${floor + u}L${0.4 * u} ${floor - 5 * u}M${-2.2 * u} ${floor + u}L${1.6 * u} ${floor - 5 * u}`}
    />,
    <path
      key="w"
      {...line}
      d={[-3, -1.5, 0, 1.5, 3].map((x) => `M${x * u} ${floor - 7 * u}V${floor + 2 * u}`).join("")}
    />,
    <circle key="w" {...line} cx={0} cy={floor - 1.75 * u} r={1.95 * u} />,
    <path
      key="w"
      {...line}
      d={`M${-w} ${floor - 0.2 * u}L${w} ${floor - 2.8 * u}M${-w} ${floor + 0.9 * u}L${w} ${floor - 1.7 * u}`}
    />,
  ];
  const marks = [
    `M${1.15 * u} ${floor}h${0.7 * u}m${-0.35 * u} ${-0.35 * u}v${0.7 * u}`,
    `M${-1.75 * u} ${floor + 0.1 * u}h${0.62 * u}v${-0.62 * u}`,
    `M${1.15 * u} ${floor + 0.2 * u}l${0.55 * u} ${-0.55 * u}m0 ${0.55 * u}l${-0.55 * u} ${-0.55 * u}`,
    `M${-1.8 * u} ${floor - 0.5 * u}v${0.62 * u}h${0.62 * u}`,
    `M${1.1 * u} ${floor + 0.1 * u}h${0.75 * u}`,
  ];
  return (
    <>
      {walls[kind]}
      <path {...tape} d={marks[kind] ?? ""} />
    </>
  );
}

interface CoverProps {
  /** The pose on the cover: 51 numbers as they come from the API, or a pose. */
  readonly pose: ArrayLike<number>;
  /** Chooses colour and floor tape. */
  readonly name: string;
  readonly className?: string;
}

/** The cover of a routine: its own pose, cut out of white, on a stage with tape. Says nothing to a screen reader. */
export function Cover({ pose, name, className = "" }: CoverProps): ReactElement {
  // As in a mirror, like the teacher on stage.
  const body = bodyOf(mirrorPose(Float32Array.from(pose)));
  const kind = (sumOf(name) >>> 16) % 5;
  return (
    <div className={`cover gel-${gelOf(name)} ${className}`}>
      {body && (
        <svg viewBox={viewBox(body)} aria-hidden="true" preserveAspectRatio="xMidYMid meet" overflow="visible">
          <g transform={`translate(${body.box.x + body.box.w / 2} 0)`}>
            <Tape kind={kind} floor={body.floor} u={body.unit} />
          </g>
          <Figure pieces={body.pieces} edge={0.045 * body.unit} />
        </svg>
      )}
    </div>
  );
}

function viewBox({ box, unit }: NonNullable<ReturnType<typeof bodyOf>>): string {
  const pad = 0.2 * unit;
  return [box.x - pad, box.y - pad, box.w + 2 * pad, box.h + 2 * pad].map((n) => n.toFixed(4)).join(" ");
}

interface FigureProps {
  readonly pieces: NonNullable<ReturnType<typeof bodyOf>>["pieces"];
  /** Width of the cut between parts that lie over one another. */
  readonly edge: number;
}

/** A solid body; each part has an edge of the ground's colour, so that an arm before the chest can still be read. */
function Figure({ pieces, edge }: FigureProps): ReactElement {
  return (
    <>
      {pieces.map((piece) => (
        <g key={piece.part}>
          {piece.edge && <path d={piece.edge} fill="none" stroke="var(--gel)" strokeWidth={edge * 2} />}
          <path d={piece.path} fill="var(--gel-figure)" />
        </g>
      ))}
    </>
  );
}

/** A dancer's square: head and shoulders of a pose on their own colour; the same wherever they are, whatever their name. */
export function Avatar({ of: { id } }: { readonly of: { readonly id: string } }): ReactElement {
  const tilt = (sumOf(id) % 5) - 2;
  const lift = (sumOf(id) >> 4) % 3;
  return (
    <span className={`av gel-${gelOf(id)}`} aria-hidden="true">
      <svg viewBox="0 0 48 48" fill="var(--gel-figure)" aria-hidden="true">
        <g transform={`rotate(${tilt * 5} 24 40)`}>
          <rect x="21" y="22" width="6" height="10" />
          <ellipse cx="24" cy="19" rx="7" ry="8.4" />
          <path d="M8 52c0-14 6-20 16-20s16 6 16 20z" />
          {lift > 0 && (
            <path
              d={lift === 1 ? "M36 40L43 24L38 10" : "M12 40L5 26L12 12"}
              fill="none"
              stroke="var(--gel-figure)"
              strokeWidth="5.5"
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          )}
        </g>
      </svg>
    </span>
  );
}
