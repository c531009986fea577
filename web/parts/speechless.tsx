import type { ReactElement } from "react";
import { NO_WORDS } from "../words/none.ts";

/** In place of the page where no words could be fetched: what is amiss, in every language, and trying again. */
export function Speechless(): ReactElement {
  return (
    <main className="page">
      <div role="alert">
        {NO_WORDS.map(({ language, title, say, again }) => (
          <section key={language} className="state" lang={language}>
            <h1 className="h2">{title}</h1>
            <p className="soft">{say}</p>
            <button type="button" className="btn go" onClick={() => location.reload()}>
              {again}
            </button>
          </section>
        ))}
      </div>
    </main>
  );
}
