import type { ReactElement } from "react";

interface TableRoomProps {
  readonly label: string;
  readonly children: ReactElement;
}

/** Room for a table of many dancers: it scrolls both ways, by the keyboard too. */
export const TableRoom = ({ label, children }: TableRoomProps): ReactElement => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached by the keyboard
  <section className="table-room" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
