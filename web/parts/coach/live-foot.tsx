import type { ReactElement } from "react";
import { Link } from "wouter";
import { useWords } from "../../state/language.ts";
import { useWatch } from "../../state/rig.ts";
import { HeldDance } from "../pause-panel.tsx";
import { Foot } from "../stage-foot.tsx";
import { CameraTrouble, GettingReady } from "../stage-trouble.tsx";
import { type FootProps, Gather, Places } from "./live-gather.tsx";

/** What stands below the picture before the dance and in pauses, or over it what is wrong with camera or detector. */
export function LiveFoot(props: FootProps): ReactElement | null {
  const { dance, senses, back } = props;
  const { live: say } = useWords();
  const view = useWatch(dance.view);
  const live = useWatch(senses.camera.view).state === "live";
  const seeing = useWatch(senses.source.state).kind === "ready";
  if (view.state === "paused")
    return (
      <HeldDance dance={dance} senses={senses} cause={view.pause} hands={false} says={say} before={say.stand}>
        <Link className="btn big" href={back}>
          {say.leave}
        </Link>
      </HeldDance>
    );
  if (view.state !== "setup" && view.state !== "given-up") return null;
  if (!live) return <CameraTrouble camera={senses.camera} />;
  if (!seeing) return <GettingReady rig={senses} />;
  return (
    <Foot hands={false}>{view.startsIn === null ? <Gather {...props} view={view} /> : <Places {...props} />}</Foot>
  );
}
