import { type ReactElement, useMemo } from "react";
import { encode } from "uqr";

interface QrCodeProps {
  readonly text: string;
  /** What it is for, to whoever does not see it. */
  readonly label: string;
}

/** A text as a square that cameras read: dark on light in every theme. */
export function QrCode({ text, label }: QrCodeProps): ReactElement {
  const { size, data } = useMemo(() => encode(text, { border: 2 }), [text]);
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={dark.join("")} />
    </svg>
  );
}
