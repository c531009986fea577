import type { ReactElement } from "react";

/** A dancer's number on the colour that is theirs, before one camera. */
export const Who = ({ number }: { readonly number: number }): ReactElement => (
  <b className="dancer-no num" style={{ "--who": `var(--who-${number})` } as React.CSSProperties}>
    {number}
  </b>
);
