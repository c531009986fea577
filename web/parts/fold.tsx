import { type ReactElement, type ReactNode, useState } from "react";

interface FoldProps {
  /** A headline. */
  readonly title: ReactNode;
  readonly className?: string;
  /** Folded on a wide screen too. */
  readonly always?: boolean;
  readonly children: ReactNode;
}

/** What comes second: behind its headline on a phone, open where there is room. */
export function Fold({ title, className = "", always = false, children }: FoldProps): ReactElement {
  const [open] = useState(() => !always && !matchMedia("(max-width: 899px)").matches);
  return (
    <details className={`fold ${className}`} open={open}>
      <summary>{title}</summary>
      <div className="within">{children}</div>
    </details>
  );
}
