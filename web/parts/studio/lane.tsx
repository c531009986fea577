import type { ReactElement, ReactNode } from "react";

/** One lane of the timeline with its name. */
export function Lane({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="lane" aria-label={name}>
      <b aria-hidden="true">{name}</b>
      {children}
    </section>
  );
}
