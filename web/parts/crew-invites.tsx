import { type FormEvent, type ReactElement, useId, useState } from "react";
import { may } from "#dance/practice/permission.ts";
import { api, type Crew, type Invite } from "../api.ts";
import { useNow } from "../state/challenges.ts";
import { copyText } from "../state/copy-text.ts";
import { inviteAddress, useCrewChange, useInvites } from "../state/crews.ts";
import { useWords } from "../state/language.ts";
import { stretch } from "../words/time-left.ts";
import { AccountPanel, Trouble } from "./account-panel.tsx";
import { QrCode } from "./qr-code.tsx";
import "../styles/account.css";

/** For how many and how many hours an invite may be made. */
const USES = [1, 5, 20, 100] as const;
const HOURS = [24, 168, 720] as const;

/** Ways into a crew: one to be made and given away, and those that are open. */
export function CrewInvites({ crew }: { readonly crew: Crew }): ReactElement {
  const { crews: say } = useWords();
  const open = useInvites(crew.id, true);
  return (
    <AccountPanel title={say.invites} say={say.invitesSay}>
      <NewInvite crew={crew} />
      <Trouble cause={open.error} />
      {open.data?.length === 0 && <p className="note">{say.openNone}</p>}
      <ul className="acc-list">
        {(open.data ?? []).map((invite) => (
          <li key={invite.id}>
            <OpenInvite crew={crew} invite={invite} />
          </li>
        ))}
      </ul>
    </AccountPanel>
  );
}

function NewInvite({ crew }: { readonly crew: Crew }): ReactElement {
  const { crews: say } = useWords();
  const id = useId();
  const [uses, setUses] = useState(5);
  const [hours, setHours] = useState(168);
  const make = useCrewChange(() => api.makeInvite(crew.id, { uses, hours }), crew.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="crew-two">
        <div className="field">
          <label className="strong" htmlFor={`${id}-uses`}>
            {say.uses}
          </label>
          <select id={`${id}-uses`} value={uses} onChange={(e) => setUses(Number(e.target.value))}>
            {USES.map((n) => (
              <option key={n} value={n}>
                {say.usesOf(n)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="strong" htmlFor={`${id}-hours`}>
            {say.hours}
          </label>
          <select id={`${id}-hours`} value={hours} onChange={(e) => setHours(Number(e.target.value))}>
            {HOURS.map((n) => (
              <option key={n} value={n}>
                {say.lasting[n]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <button type="submit" className="btn" disabled={make.isPending}>
        {say.invite}
      </button>
      <Trouble cause={make.error} />
      {make.data && <GivenAway address={inviteAddress(make.data.token)} crew={crew.name} />}
    </form>
  );
}

interface GivenAwayProps {
  readonly address: string;
  readonly crew: string;
}

/** The link of a new invite, its square, and how to send them. */
function GivenAway({ address, crew }: GivenAwayProps): ReactElement {
  const { crews: say } = useWords();
  const id = useId();
  const [copied, setCopied] = useState(false);
  // A page without https may not touch the clipboard; the field beside it can still be copied by hand.
  const copy = async () => setCopied(await copyText(address));
  return (
    <div className="crew-link">
      <QrCode text={address} label={say.qr(crew)} />
      <div className="stack grow">
        <p role="status" className="strong">
          {say.linkOnce}
        </p>
        <div className="field">
          <label className="strong" htmlFor={id}>
            {say.link}
          </label>
          <input id={id} readOnly value={address} onFocus={(e) => e.target.select()} />
        </div>
        <div className="row">
          <button type="button" className="btn go" onClick={() => void copy()}>
            {copied ? say.copied : say.copy}
          </button>
          {"share" in navigator && (
            <button
              type="button"
              className="btn"
              onClick={() => void navigator.share({ title: crew, url: address }).catch(() => undefined)}
            >
              {say.send}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

interface OpenProps {
  readonly crew: Crew;
  readonly invite: Invite;
}

function OpenInvite({ crew, invite }: OpenProps): ReactElement {
  const words = useWords();
  const say = words.crews;
  const now = useNow();
  const end = useCrewChange(() => api.endInvite(crew.id, invite.id), crew.id);
  return (
    <>
      <div className="grow">
        <p className="strong">{say.open(invite.usesLeft, stretch(words.language, invite.expiresAt - now))}</p>
        <p className="note">{invite.mine ? say.byMe : say.byOther}</p>
        <Trouble cause={end.error} />
      </div>
      {may(crew.role, "end-invite", invite.mine) && (
        <button type="button" className="btn" disabled={end.isPending} onClick={() => end.mutate(undefined)}>
          {say.endInvite}
        </button>
      )}
    </>
  );
}
