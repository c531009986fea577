import { lazy, type ReactElement, Suspense, useEffect, useLayoutEffect } from "react";
import { Route, Switch, useRoute } from "wouter";
import { Frame } from "../parts/frame.tsx";
import { Boundary, Loading, NotFound } from "../parts/states.tsx";
import { useWords } from "../state/language.ts";
import { useTheme } from "../state/theme.ts";
import { Library } from "./library.tsx";

const Routine = lazy(() => import("./choreography.tsx"));
const StagePage = lazy(() => import("./stage.tsx"));
const DanceInPage = lazy(() => import("./dance-in.tsx"));
const loadResult = () => import("./result.tsx");
const Result = lazy(loadResult);
const Boards = lazy(() => import("./boards.tsx"));
const Progress = lazy(() => import("./progress.tsx"));
const AccountPage = lazy(() => import("./account.tsx"));
const ChallengeRoom = lazy(() => import("./challenge.tsx"));
const Crews = lazy(() => import("./crews.tsx"));
const CrewRoom = lazy(() => import("./crew.tsx"));
const Join = lazy(() => import("./join.tsx"));
const BoardPage = lazy(() => import("./board.tsx"));
const Assignments = lazy(() => import("./assignments.tsx"));
const ClassRoom = lazy(() => import("./class.tsx"));
const PupilPage = lazy(() => import("./pupil.tsx"));
const Review = lazy(() => import("./review.tsx"));
const Studio = lazy(() => import("./studio.tsx"));
const StudioNew = lazy(() => import("./studio-new.tsx"));
const StudioOpen = lazy(() => import("./studio-open.tsx"));
const StudioEdit = lazy(() => import("./studio-edit.tsx"));
const StudioDance = lazy(() => import("./studio-dance.tsx"));
const StudioStage = lazy(() => import("./studio-stage.tsx"));
const StudioImport = lazy(() => import("./studio-import.tsx"));
const LiveRoom = lazy(() => import("./live.tsx"));
const LiveFloorPage = lazy(() => import("./live-floor.tsx"));
const SyncRoom = lazy(() => import("./sync.tsx"));
const Shared = lazy(() => import("./shared.tsx"));

/** Language and ground belong to the whole document. Stage, studio and the coach's desk are always dark. */
function useDocument(dark: boolean): void {
  const { language } = useWords();
  const theme = useTheme();
  // Before any page's own effects: a canvas reads its colours there.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = dark ? "dark" : theme;
  }, [language, theme, dark]);
}

/** Every page by its address. */
export function App(): ReactElement {
  const [onPublished] = useRoute("/dance/:slug/:section/stage");
  const [onDraft] = useRoute("/studio/:id/dance/:section/stage");
  const onStage = onPublished || onDraft;
  const [onDesk] = useRoute("/review/:id");
  const [inStudio] = useRoute("/studio/*?");
  const [dancingIn] = useRoute("/studio/dance-in");
  const [together] = useRoute("/crews/:id/sync/floor");
  useDocument(onStage || onDesk || inStudio || together);
  useEffect(() => {
    // Fetched while the dance goes on, so that a network lost in the middle does not hide the result.
    if (onStage) void loadResult().catch(() => undefined);
  }, [onStage]);
  if (onStage || dancingIn || together)
    return (
      <Boundary>
        <Suspense
          fallback={
            <main>
              <Loading />
            </main>
          }
        >
          <Route path="/dance/:slug/:section/stage">
            {({ slug, section }) => <StagePage slug={slug} section={section} />}
          </Route>
          <Route path="/studio/dance-in">
            <DanceInPage />
          </Route>
          <Route path="/studio/:id/dance/:section/stage">
            {({ id, section }) => <StudioStage id={id} section={section} />}
          </Route>
          <Route path="/crews/:id/sync/floor">{({ id }) => <LiveFloorPage id={id} />}</Route>
        </Suspense>
      </Boundary>
    );
  return (
    <Frame>
      <Boundary>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/">
              <Library />
            </Route>
            <Route path="/dance/:slug">{({ slug }) => <Routine slug={slug} />}</Route>
            <Route path="/takes/:id">{({ id }) => <Result key={id} id={id} />}</Route>
            <Route path="/review/:id">{({ id }) => <Review key={id} id={id} />}</Route>
            <Route path="/progress">
              <Progress />
            </Route>
            <Route path="/challenges/:id">{({ id }) => <ChallengeRoom key={id} id={id} />}</Route>
            <Route path="/shared/:token">{({ token }) => <Shared key={token} token={token} />}</Route>
            <Route path="/boards">
              <Boards />
            </Route>
            <Route path="/boards/:slug/:section">{(at) => <BoardPage slug={at.slug} section={at.section} />}</Route>
            <Route path="/crews">
              <Crews />
            </Route>
            <Route path="/crews/:id/sync">{({ id }) => <SyncRoom key={id} id={id} />}</Route>
            <Route path="/crews/:id/sync/live">{({ id }) => <LiveRoom key={id} id={id} />}</Route>
            <Route path="/crews/:id/class">{({ id }) => <ClassRoom key={id} id={id} />}</Route>
            <Route path="/crews/:id/dancers/:dancer">
              {({ id, dancer }) => <PupilPage key={dancer} id={id} dancer={dancer} />}
            </Route>
            <Route path="/crews/:id/assignments">{({ id }) => <Assignments key={id} id={id} />}</Route>
            <Route path="/crews/:id">{({ id }) => <CrewRoom key={id} id={id} />}</Route>
            <Route path="/join/:token">{({ token }) => <Join key={token} token={token} />}</Route>
            <Route path="/studio">
              <Studio />
            </Route>
            <Route path="/studio/new">
              <StudioNew />
            </Route>
            <Route path="/studio/open">
              <StudioOpen />
            </Route>
            <Route path="/studio/:id">{({ id }) => <StudioEdit key={id} id={id} />}</Route>
            <Route path="/studio/:id/dance">{({ id }) => <StudioDance key={id} id={id} />}</Route>
            <Route path="/studio/import/:id">{({ id }) => <StudioImport key={id} id={id} />}</Route>
            <Route path="/account">
              <AccountPage />
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </Boundary>
    </Frame>
  );
}
