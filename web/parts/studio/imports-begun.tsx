import { Trash2 } from "lucide-react";
import { type ReactElement, useState } from "react";
import { Link } from "wouter";
import { useBegun } from "../../state/begun.ts";
import { useWords } from "../../state/language.ts";
import { Eight } from "../marks.tsx";
import "../../styles/studio-import.css";

/** Videos whose import was begun and stopped: each goes on where it was. Nothing where there is none. */
export function ImportsBegun(): ReactElement | null {
  const { bring, studio, n } = useWords();
  const { jobs, drop } = useBegun();
  const [failed, setFailed] = useState(false);
  const forget = async (id: string) => {
    setFailed(false);
    await drop(id).catch(() => setFailed(true));
  };
  if (jobs.length === 0) return null;
  return (
    <section>
      <h2>{bring.begun}</h2>
      <ul className="import-begun">
        {jobs.map(({ id, name, judged, facts }) => {
          const share = Math.min(1, Math.max(0, judged) / Math.max(0.1, facts.read));
          return (
            <li key={id} className="panel">
              <Eight label="" done={Math.floor(share * 8)} height={32} />
              <span className="grow">
                <b>{name}</b>
                <span className="note">{bring.readTo(n.percent(share))}</span>
              </span>
              <Link className="btn" href={`/studio/import/${id}`}>
                {bring.goOn}
              </Link>
              <button type="button" className="square" aria-label={bring.forget(name)} onClick={() => void forget(id)}>
                <Trash2 aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
      {failed && (
        <p role="alert" className="bad">
          {studio.notDropped}
        </p>
      )}
    </section>
  );
}
