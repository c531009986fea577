import { ArrowDown, ArrowUp, Minus, TrendingDown, TrendingUp } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import type { Trend } from "#dance/practice/class.ts";
import type { Pupil } from "../../api.ts";
import { type Column, cellTrend, type Order } from "../../state/coach/class.ts";
import { reviewAddress } from "../../state/coach/view.ts";
import { useWords } from "../../state/language.ts";
import type { Words } from "../../words/index.ts";
import { Avatar } from "../cover.tsx";
import { FourBars } from "./rubric-sheet.tsx";
import { TableRoom } from "./table-room.tsx";

const TRENDS = { up: TrendingUp, even: Minus, down: TrendingDown } as const;

interface ClassTableProps {
  /** Id of the crew. */
  readonly crew: string;
  readonly rows: readonly Pupil[];
  /** What cells are told of, in their order: -1 is the whole routine. */
  readonly sections: readonly Column[];
  readonly order: Order;
  readonly down: boolean;
  readonly onSort: (order: Order) => void;
}

/** Dancers by sections: best and trend, minutes, last seen. */
export function ClassTable({ crew, rows, sections, order, down, onSort }: ClassTableProps): ReactElement {
  const words = useWords();
  const { class: say } = words;
  const eye = rows.some((it) => it.sheet !== null);
  const heads: [Order, string][] = [
    ["name", say.dancer],
    ...sections.map(({ section, name }): [Order, string] => [`section${section}`, name]),
    ["minutes", say.minutes],
    ["last", say.last],
  ];
  return (
    <TableRoom label={say.title}>
      <table className="class-table dash">
        <thead>
          <tr>
            {heads.map(([key, name]) => (
              <th key={key} scope="col" aria-sort={key === order ? (down ? "descending" : "ascending") : "none"}>
                <button type="button" onClick={() => onSort(key)}>
                  {name}
                  {key === order && (down ? <ArrowDown size={16} aria-hidden /> : <ArrowUp size={16} aria-hidden />)}
                </button>
              </th>
            ))}
            {eye && <th scope="col">{words.rubric.marks}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((it) => (
            <Row key={it.dancer.id} {...{ it, crew, sections, eye }} />
          ))}
        </tbody>
      </table>
    </TableRoom>
  );
}

interface RowProps {
  readonly it: Pupil;
  readonly crew: string;
  readonly sections: readonly Column[];
  /** Whether a column tells what coaches gave. */
  readonly eye: boolean;
}

function Row({ it, crew, sections, eye }: RowProps): ReactElement {
  const words = useWords();
  const { n } = words;
  const name = (
    <th scope="row">
      <span className="row nowrap">
        <Avatar of={it.dancer} />
        <span className="who">
          {it.shares === null ? (
            <b>{it.dancer.name}</b>
          ) : (
            <Link className="link" href={`/crews/${crew}/dancers/${it.dancer.id}`}>
              {it.dancer.name}
            </Link>
          )}
          <span className="note">{sharing(words, it)}</span>
        </span>
      </span>
    </th>
  );
  if (it.shares === null)
    return (
      <tr>
        {name}
        {Array.from({ length: sections.length + 2 + (eye ? 1 : 0) }, (_, i) => (
          <td key={String(i)} className="soft">
            –
          </td>
        ))}
      </tr>
    );
  return (
    <tr>
      {name}
      {sections.map(({ section }) => (
        <Cell key={section} cell={it.cells.find((c) => c.section === section)} />
      ))}
      <td className="num">{n.minutes(it.minutes)}</td>
      <td>{it.lastAt === null ? "–" : n.ago(it.lastAt, Date.now())}</td>
      {eye && <td>{it.sheet ? <Eye sheet={it.sheet} /> : "–"}</td>}
    </tr>
  );
}

/** What a dancer lets me see of the routine that is shown. */
function sharing({ class: say, n }: Words, { shares, until, whole, joinedAt }: Pupil): string {
  if (shares === null) return say.sharesNothing;
  if (until === null) return say.sharesOther;
  return whole ? say.until(n.day(until)) : say.since(n.day(joinedAt), n.day(until));
}

function Cell({ cell }: { readonly cell: Pupil["cells"][number] | undefined }): ReactElement {
  const { class: say, n } = useWords();
  if (!cell?.best && !cell?.recent.length) return <td className="soft">–</td>;
  const trend = cellTrend(cell);
  const last = cell.recent.at(-1);
  const shown = cell.best ?? last;
  if (!shown) return <td className="soft">–</td>;
  return (
    <td>
      <span className="cell">
        <Link className="num link" href={reviewAddress(shown.id)}>
          {n.score(shown.score)}
        </Link>
        {shown.rate !== 1 && <span className="note">{n.speed(shown.rate)}</span>}
        {trend && <TrendMark trend={trend} say={say.trends[trend]} />}
      </span>
    </td>
  );
}

function TrendMark({ trend, say }: { readonly trend: Trend; readonly say: string }): ReactElement {
  const Icon = TRENDS[trend];
  return (
    <span className={`trend ${trend}`} title={say}>
      <Icon size={18} aria-hidden />
      <span className="vh">{say}</span>
    </span>
  );
}

/** What a coach gave last, criterion by criterion; it leads to the take. */
function Eye({ sheet }: { readonly sheet: NonNullable<Pupil["sheet"]> }): ReactElement {
  return (
    <Link className="eye" href={reviewAddress(sheet.takeId)}>
      {sheet.criteria.map((it, i) => (
        <span key={it.name}>
          <span className="note">{it.name}</span>
          <FourBars criterion={it} level={sheet.levels[i] ?? null} />
        </span>
      ))}
    </Link>
  );
}
