import { type ReactElement, useRef } from "react";
import { useLocation } from "wouter";
import { may } from "#dance/practice/permission.ts";
import { api, type Crew } from "../api.ts";
import { useCrewChange } from "../state/crews.ts";
import { useWords } from "../state/language.ts";
import { Sure, Trouble } from "./account-panel.tsx";
import { WordForm } from "./word-form.tsx";

/** What is done to the crew as a whole: another name, leaving, its end. */
export function CrewSettings({ crew }: { readonly crew: Crew }): ReactElement {
  const { crews: say } = useWords();
  const rename = useCrewChange((name: string) => api.renameCrew(crew.id, name), crew.id);
  return (
    <section className="panel stack" aria-label={say.settings}>
      <h2 className="h3">{say.settings}</h2>
      {may(crew.role, "rename-crew", true) && (
        <WordForm key={crew.name} label={say.rename} first={crew.name} go={say.renameGo} change={rename} />
      )}
      <div className="row">
        <LeaveButton crew={crew} />
        {may(crew.role, "end-crew", true) && <EndButton crew={crew} />}
      </div>
    </section>
  );
}

function LeaveButton({ crew }: { readonly crew: Crew }): ReactElement {
  const { crews: say } = useWords();
  const [, navigate] = useLocation();
  const sure = useRef<HTMLDialogElement>(null);
  const leave = useCrewChange(() => api.removeMember(crew.id, "me"));
  const alone = crew.members.length === 1;
  const leads = crew.members.filter(({ role }) => role === "lead").length;
  return (
    <>
      <button type="button" className="btn" disabled={leave.isPending} onClick={() => sure.current?.showModal()}>
        {say.leave}
      </button>
      <Trouble cause={leave.error} />
      <Sure
        dialog={sure}
        title={say.leave}
        yes={say.leave}
        onYes={() => leave.mutate(undefined, { onSuccess: () => navigate("/crews") })}
      >
        <p>{say.leaveSure}</p>
        {alone ? <p>{say.leaveLast}</p> : crew.role === "lead" && leads === 1 && <p>{say.leaveLead}</p>}
      </Sure>
    </>
  );
}

function EndButton({ crew }: { readonly crew: Crew }): ReactElement {
  const { crews: say } = useWords();
  const [, navigate] = useLocation();
  const sure = useRef<HTMLDialogElement>(null);
  const end = useCrewChange(() => api.endCrew(crew.id));
  return (
    <>
      <button type="button" className="btn" disabled={end.isPending} onClick={() => sure.current?.showModal()}>
        {say.endCrew}
      </button>
      <Trouble cause={end.error} />
      <Sure
        dialog={sure}
        title={say.endCrew}
        yes={say.endCrew}
        onYes={() => end.mutate(undefined, { onSuccess: () => navigate("/crews") })}
      >
        <p>{say.endSure(crew.name)}</p>
      </Sure>
    </>
  );
}
