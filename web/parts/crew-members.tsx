import { Ellipsis } from "lucide-react";
import { type ReactElement, useId, useRef, useState } from "react";
import { may, ROLES, type Role } from "#dance/practice/permission.ts";
import { api, type Crew, type Member } from "../api.ts";
import { useCrewChange } from "../state/crews.ts";
import { useWords } from "../state/language.ts";
import { AccountPanel, Sure, Trouble } from "./account-panel.tsx";
import { Avatar } from "./cover.tsx";

/** Who is in a crew; whoever leads it gives roles and sends away. */
export function CrewMembers({ crew }: { readonly crew: Crew }): ReactElement {
  const { crews: say } = useWords();
  return (
    <AccountPanel title={say.who} say={say.whoSay}>
      <ul className="crew-members">
        {crew.members.map((member) => (
          <li key={member.dancer.id}>
            <MemberRow crew={crew} member={member} />
          </li>
        ))}
      </ul>
    </AccountPanel>
  );
}

interface RowProps {
  readonly crew: Crew;
  readonly member: Member;
}

/** Who it is; what may be done about them stands behind a button, so that two hundred members are a list and not a form. */
function MemberRow({ crew, member }: RowProps): ReactElement {
  const words = useWords();
  const say = words.crews;
  const { dancer, role, joinedAt, me } = member;
  const [open, setOpen] = useState(false);
  const id = useId();
  const rules = may(crew.role, "set-role", me) || (!me && may(crew.role, "remove-member", false));
  return (
    <>
      <Avatar of={dancer} />
      <span className="who">
        <b>{me ? words.choreography.you(dancer.name) : dancer.name}</b>
        <span className="note">{[say.roles[role], say.since(words.n.day(joinedAt))].join(" · ")}</span>
      </span>
      {rules && (
        <button
          type="button"
          className="square"
          aria-label={say.changeWho(dancer.name)}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <Ellipsis aria-hidden />
        </button>
      )}
      {open && (
        <div className="rule" id={id}>
          <MemberRule crew={crew} member={member} />
        </div>
      )}
    </>
  );
}

/** Another role, or away. */
function MemberRule({ crew, member }: RowProps): ReactElement {
  const { crews: say } = useWords();
  const { dancer, role, me } = member;
  const change = useCrewChange((to: Role) => api.setRole(crew.id, dancer.id, to), crew.id);
  const remove = useCrewChange(() => api.removeMember(crew.id, dancer.id), crew.id);
  const sure = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Trouble cause={change.error ?? remove.error} />
      {may(crew.role, "set-role", me) && (
        <select
          aria-label={say.roleOf(dancer.name)}
          value={role}
          disabled={change.isPending}
          onChange={(e) => change.mutate(e.target.value as Role)}
        >
          {ROLES.map((it) => (
            <option key={it} value={it}>
              {say.roles[it]}
            </option>
          ))}
        </select>
      )}
      {!me && may(crew.role, "remove-member", false) && (
        <>
          <button
            type="button"
            className="btn"
            aria-label={say.removeWho(dancer.name)}
            disabled={remove.isPending}
            onClick={() => sure.current?.showModal()}
          >
            {say.remove}
          </button>
          <Sure
            dialog={sure}
            title={say.removeWho(dancer.name)}
            yes={say.remove}
            onYes={() => remove.mutate(undefined)}
          >
            <p>{say.removeSure(dancer.name)}</p>
          </Sure>
        </>
      )}
    </>
  );
}
