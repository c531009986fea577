import { Component, type ReactElement, type ReactNode } from "react";
import { Link } from "wouter";
import { ApiProblem, Unreachable } from "../api.ts";
import { useAfter, useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useChoreographies } from "../state/queries.ts";
import { problemSentence } from "../words/index.ts";
import { AllCards } from "./card.tsx";
import { Eight, Glyph, Waiting } from "./marks.tsx";

interface StateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly picture?: ReactNode;
  readonly action?: ReactNode;
  /** True where the page has a title of its own above. */
  readonly within?: boolean;
}

/** One thing said plainly, with what to do about it. */
export function State({ title, children, picture, action, within = false }: StateProps): ReactElement {
  const Title = within ? "h2" : "h1";
  return (
    <section className="state">
      <div className="pic">{picture ?? <Eight label="" done={0} height={80} />}</div>
      <Title className="h2">{title}</Title>
      <div className="soft">{children}</div>
      {action}
    </section>
  );
}

/** Shown while a page is fetched, or what stands within one; but not if that is quick. */
export function Loading({ within = false }: Pick<StateProps, "within">): ReactElement | null {
  const { states } = useWords();
  if (!useAfter(200)) return null;
  return (
    <div className={within ? "" : "page"} role="status">
      <State title={states.loading} picture={<Waiting label={states.loading} />} within={within} />
    </div>
  );
}

interface NotFoundProps {
  /** What there is not; a page where nothing is said. */
  readonly title?: string;
  /** Why, or what to do about it, where that is not the usual. */
  readonly say?: string;
  /** The slug of the routine that there is, where only its section is not. */
  readonly routine?: string;
}

/** There is nothing at this address; what there is to dance is shown instead. */
export function NotFound({ title, say, routine }: NotFoundProps): ReactElement {
  const { library, states } = useWords();
  const list = useChoreographies().data ?? [];
  const said = title ?? states.notFound;
  useTitle(said);
  return (
    <div className="page">
      <State
        title={said}
        picture={<Cross />}
        action={
          (routine || list.length === 0) && (
            <Link className="btn go" href={routine ? `/dance/${routine}` : "/"}>
              {routine ? library.see : states.toRoutines}
            </Link>
          )
        }
      >
        {say ?? (title === undefined ? states.notFoundDo : states.noneDo)}
      </State>
      <AllCards />
    </div>
  );
}

/** For a crew's page in a browser that is nobody yet: signing in, or asking for an invite. */
export function CrewOnly(): ReactElement {
  const { account, states } = useWords();
  useTitle(states.crewOnly);
  return (
    <div className="page">
      <State
        title={states.crewOnly}
        action={
          <Link className="btn go" href="/account">
            {account.signIn}
          </Link>
        }
      >
        {states.crewOnlyDo}
      </State>
    </div>
  );
}

const Cross = () => (
  <span style={{ fontSize: 88 }}>
    <Glyph word="unseen" />
  </span>
);

interface FailedProps extends Pick<StateProps, "within"> {
  readonly cause: unknown;
  readonly onAgain: () => void;
}

/** Something could not be fetched: without network, by a problem the Worker told, or by a bug. */
export function Failed({ cause, onAgain, within = false }: FailedProps): ReactElement {
  const words = useWords();
  const away = cause instanceof Unreachable || !navigator.onLine;
  const title = away ? words.states.offline : words.states.wrong;
  const say = away
    ? words.states.offlineDo
    : cause instanceof ApiProblem
      ? problemSentence(words, cause.code)
      : words.states.wrongDo;
  return (
    <div className={within ? "" : "page"} role="alert">
      <State
        title={title}
        within={within}
        picture={<Eight label={title} done={3} height={80} />}
        action={
          <button type="button" className="btn go" onClick={onAgain}>
            {words.states.again}
          </button>
        }
      >
        {say}
      </State>
    </div>
  );
}

/** Catches what a page throws: the frame stays. Trying again loads the page anew, for a part that did not arrive. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly cause: unknown }> {
  override state: { readonly cause: unknown } = { cause: null };
  static getDerivedStateFromError(cause: unknown): { cause: unknown } {
    return { cause };
  }
  override render(): ReactNode {
    if (this.state.cause === null) return this.props.children;
    return <Failed cause={this.state.cause} onAgain={() => location.reload()} />;
  }
}
