import { Search, X } from "lucide-react";
import { type ReactElement, useDeferredValue, useId, useState } from "react";
import { Link } from "wouter";
import type { Summary } from "../api.ts";
import { More } from "./more.tsx";
import "../styles/published.css";
import { useWords } from "../state/language.ts";
import { onceEach, useEveryones, useForCrews, useMine } from "../state/routines.ts";
import { Cards } from "./card.tsx";

/** Routines of dancers: mine, those for my crews, and everyone's, with a search. */
export default function DancersRoutines(): ReactElement {
  const { publish } = useWords();
  const mine = useMine().today;
  const crews = useForCrews().data ?? [];
  return (
    <>
      <Shelf title={publish.yours} list={mine} />
      <Shelf title={publish.fromCrews} list={crews} />
      <Everyones />
    </>
  );
}

interface ShelfProps {
  readonly title: string;
  readonly list: readonly Summary[];
}

function Shelf({ title, list }: ShelfProps): ReactElement | null {
  if (list.length === 0) return null;
  return (
    <section className="shelf">
      <h2 className="cards-head">{title}</h2>
      <Cards list={onceEach(list)} />
    </section>
  );
}

function Everyones(): ReactElement {
  const words = useWords();
  const { publish } = words;
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const found = useEveryones(search);
  const all = onceEach(found.data?.pages.flatMap((page) => page.choreographies) ?? []);
  // Mine stand above; a search finds them too.
  const list = search === "" ? all.filter(({ mine }) => !mine) : all;
  const settled = found.isSuccess && !found.isFetching;
  return (
    <section className="shelf">
      <div className="row between cards-head">
        <h2>{publish.fromOthers}</h2>
        <SearchField text={text} onText={setText} />
      </div>
      <p className="vh" role="status">
        {settled && search !== "" ? publish.found(list.length) : ""}
      </p>
      <Cards list={list} />
      {found.isError && list.length === 0 && (
        <p className="soft">
          {publish.cannotAsk}{" "}
          <button type="button" className="link" onClick={() => void found.refetch()}>
            {words.states.again}
          </button>
        </p>
      )}
      {settled && list.length === 0 && (
        <div className="row between shelf-none">
          <p className="soft">{search === "" ? publish.none : publish.notFound(search)}</p>
          {search === "" && (
            <Link className="btn" href="/studio">
              {publish.toStudio}
            </Link>
          )}
        </div>
      )}
      <More of={found} look="shelf-more">
        {publish.more}
      </More>
    </section>
  );
}

interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

function SearchField({ text, onText }: SearchFieldProps): ReactElement {
  const { publish } = useWords();
  const id = useId();
  return (
    <search className="find">
      <label className="vh" htmlFor={id}>
        {publish.search}
      </label>
      <Search aria-hidden />
      <input
        id={id}
        type="text"
        inputMode="search"
        autoComplete="off"
        maxLength={100}
        placeholder={publish.search}
        value={text}
        onChange={(e) => onText(e.currentTarget.value)}
      />
      {text !== "" && (
        <button type="button" className="btn plain" onClick={() => onText("")}>
          <X aria-hidden />
          <span className="vh">{publish.clear}</span>
        </button>
      )}
    </search>
  );
}
