import { LogIn, Moon, Sun } from "lucide-react";
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { applyUpdate } from "../offline/register.ts";
import { FEW_TAKES } from "../offline/storage.ts";
import { useAtStake } from "../state/at-stake.ts";
import { useDancer } from "../state/dancer.ts";
import { useModelMissing, useNewer, useOnline, useSending } from "../state/hooks.ts";
import { chooseLanguage, useWords } from "../state/language.ts";
import { sendWaiting } from "../state/sending.ts";
import { chooseTheme, useTheme } from "../state/theme.ts";
import { LANGUAGES, type Language } from "../words/numbers.ts";
import { Logo } from "./marks.tsx";

const SIGNS = { en: "EN", ko: "한" } as const;

/** The places of the navigation, and the addresses that belong to each. */
const PLACES = [
  { word: "practise", href: "/", under: /^\/($|dance\/|takes\/)/ },
  { word: "progress", href: "/progress", under: /^\/progress$/ },
  { word: "boards", href: "/boards", under: /^\/boards(\/|$)/ },
  { word: "crews", href: "/crews", under: /^\/(crews|challenges|join)(\/|$)/ },
  { word: "studio", href: "/studio", under: /^\/studio(\/|$)/ },
] as const;

function Links(): ReactElement {
  const { frame } = useWords();
  const [path] = useLocation();
  return (
    <>
      {PLACES.map(({ word, href, under }) => (
        <Link key={href} href={href} aria-current={under.test(path) ? "page" : undefined}>
          {frame[word]}
        </Link>
      ))}
    </>
  );
}

/** The page goes on in its language where the words of the other cannot be fetched. */
const choose = (language: Language) => void chooseLanguage(language).catch(() => undefined);

/** EN or 한, for the whole page. */
export function LanguageSwitch(): ReactElement {
  const words = useWords();
  return (
    <fieldset className="lang" aria-label={words.frame.language}>
      {LANGUAGES.map((l) => (
        <button key={l} type="button" lang={l} aria-pressed={l === words.language} onClick={() => choose(l)}>
          {SIGNS[l]}
        </button>
      ))}
    </fieldset>
  );
}

function ThemeSwitch(): ReactElement {
  const { frame } = useWords();
  const dark = useTheme() === "dark";
  return (
    <button
      type="button"
      className="square"
      aria-label={dark ? frame.light : frame.dark}
      onClick={() => chooseTheme(dark ? "light" : "dark")}
    >
      {dark ? <Sun aria-hidden /> : <Moon aria-hidden />}
    </button>
  );
}

/** The way to my account, or in for whoever is nobody here yet. */
function Me(): ReactElement | null {
  const { frame } = useWords();
  const [path] = useLocation();
  const me = useDancer().data;
  if (me === undefined) return null;
  return (
    <Link
      href="/account"
      className={me ? "square me" : "square"}
      aria-label={me ? frame.me(me.name) : frame.signIn}
      aria-current={path === "/account" ? "page" : undefined}
    >
      {me ? [...me.name][0]?.toUpperCase() : <LogIn aria-hidden />}
    </Link>
  );
}

/** Said above every page while the network is away or takes wait to be sent. */
function Notices(): ReactElement {
  const { frame, stage } = useWords();
  const online = useOnline();
  const modelMissing = useModelMissing();
  const { waiting, busy, room, lasting } = useSending();
  const newer = useNewer();
  const atStake = useAtStake();
  return (
    <div role="status">
      {newer && (
        <div className="waiting">
          <span>{atStake ? frame.newerWaits : frame.newer}</span>
          {!atStake && (
            <button type="button" className="btn" onClick={applyUpdate}>
              {frame.loadNewer}
            </button>
          )}
        </div>
      )}
      {room !== null && room < FEW_TAKES && <p className="waiting">{frame.room(room)}</p>}
      {waiting > 0 && !lasting && <p className="waiting">{stage.notSaved}</p>}
      {!online && <p className="waiting">{modelMissing ? frame.offlineNoModel : frame.offline}</p>}
      {waiting > 0 && !busy && (
        <div className="waiting">
          <span>{frame.waiting(waiting)}</span>
          {online && (
            <button type="button" className="btn" onClick={() => void sendWaiting()}>
              {frame.sendNow}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** The frame round every page but the stage. Each new page is read from its top. */
export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const { frame } = useWords();
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && path) {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    first.current = false;
  }, [path]);
  return (
    <>
      <a className="skip" href="#main">
        {frame.skip}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          <Logo />
          <span>Eightcount</span>
        </Link>
        <nav aria-label={frame.main}>
          <Links />
        </nav>
        <span className="grow" />
        <ThemeSwitch />
        <LanguageSwitch />
        <Me />
      </header>
      <Notices />
      <main id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <nav className="tabs" aria-label={frame.main}>
        <Links />
      </nav>
    </>
  );
}
