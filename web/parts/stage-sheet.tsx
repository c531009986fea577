import type { ReactElement, ReactNode } from "react";

interface SheetProps {
  readonly title: string;
  readonly say: string;
  readonly picture?: ReactNode;
  readonly children?: ReactNode;
  readonly role?: "status" | "alert";
}

/** One large thing on the stage before the dance: what it is, what to do. */
export function Sheet({ title, say, picture, children, role = "status" }: SheetProps): ReactElement {
  return (
    <section className="st-sheet" role={role}>
      {picture}
      <h2>{title}</h2>
      <p>{say}</p>
      {children && <div className="row">{children}</div>}
    </section>
  );
}
