import { type ReactElement, useRef, useState } from "react";
import { api, type Device } from "../api.ts";
import { type AccountPage, leaveHere, useAccountChange, wayBack } from "../state/account.ts";
import { useSending } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { askedOf, type Made, useMadeHere } from "../state/made-here.ts";
import { MadeChoice } from "./account-made.tsx";
import { AccountPanel, Sure, Trouble } from "./account-panel.tsx";

/** Where I am signed in, and signing out of each. */
export function Devices({ page }: { readonly page: AccountPage }): ReactElement {
  const { account: say } = useWords();
  return (
    <AccountPanel title={say.devices} say={say.devicesDo}>
      <ul className="acc-list">
        {page.devices.map((device) =>
          device.here ? <Here key={device.id} device={device} page={page} /> : <Row key={device.id} device={device} />,
        )}
      </ul>
    </AccountPanel>
  );
}

function Facts({ device }: { readonly device: Device }): ReactElement {
  const words = useWords();
  const say = words.account;
  return (
    <>
      <p className="strong">{device.name || say.deviceUnnamed}</p>
      <p className="note">{device.here ? say.deviceHere : say.deviceSeen(words.n.day(device.seenAt))}</p>
    </>
  );
}

function Row({ device }: { readonly device: Device }): ReactElement {
  const { account: say } = useWords();
  const out = useAccountChange(() => api.signOut(device.id));
  return (
    <li>
      <div className="grow">
        <Facts device={device} />
        <Trouble cause={out.error} />
      </div>
      <button
        type="button"
        className="btn"
        aria-label={say.outOf(device.name || say.deviceUnnamed)}
        disabled={out.isPending}
        onClick={() => out.mutate(undefined)}
      >
        {say.out}
      </button>
    </li>
  );
}

function Here({ device, page }: { readonly device: Device; readonly page: AccountPage }): ReactElement {
  const { account: say } = useWords();
  const { waiting } = useSending();
  const sure = useRef<HTMLDialogElement>(null);
  const [made, setMade] = useState<Made>("keep");
  const here = useMadeHere();
  const out = useAccountChange(() => leaveHere(made));
  return (
    <li>
      <div className="grow">
        <Facts device={device} />
        <Trouble cause={out.error} />
      </div>
      <button type="button" className="btn" disabled={out.isPending} onClick={() => sure.current?.showModal()}>
        {say.outHere}
      </button>
      <Sure dialog={sure} title={say.outSure} yes={say.outHere} onYes={() => out.mutate(undefined)}>
        <p>{wayBack(page) === "here" ? say.outSureLost : say.outSureBack}</p>
        {waiting > 0 && <p className="strong">{say.outSureWaiting(waiting)}</p>}
        <MadeChoice here={askedOf(here)} made={made} onMade={setMade} />
      </Sure>
    </li>
  );
}
