import { type ReactElement, useRef } from "react";
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

function MemberRow({ crew, member }: RowProps): ReactElement {
  const words = useWords();
  const say = words.crews;
  const { dancer, role, joinedAt, me } = member;
  const change = useCrewChange((to: Role) => api.setRole(crew.id, dancer.id, to), crew.id);
  const remove = useCrewChange(() => api.removeMember(crew.id, dancer.id), crew.id);
  const sure = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Avatar name={dancer.id} />
      <span className="who">
        <b>{me ? words.choreography.you(dancer.name) : dancer.name}</b>
        <span className="note">
          {may(crew.role, "set-role", me) ? say.since(words.n.day(joinedAt)) : say.roles[role]}
        </span>
        <Trouble cause={change.error ?? remove.error} />
      </span>
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
