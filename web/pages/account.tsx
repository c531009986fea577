import { type ReactElement, useState } from "react";
import type { Receipt } from "../api.ts";
import { OtherDevice, Recovery } from "../parts/account-codes.tsx";
import { Data, Deleting, Hiding, ReceiptPanel } from "../parts/account-data.tsx";
import { Devices } from "../parts/account-devices.tsx";
import { MadePanel } from "../parts/account-made.tsx";
import { AccountPanel } from "../parts/account-panel.tsx";
import { Passkeys } from "../parts/account-passkeys.tsx";
import { Shares } from "../parts/account-shares.tsx";
import { SignIn } from "../parts/account-sign-in.tsx";
import { Grants } from "../parts/coach/grants.tsx";
import { Eight } from "../parts/marks.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { WordForm } from "../parts/word-form.tsx";
import { type AccountPage, codeBrought, useAccount, wayBack } from "../state/account.ts";
import { useRename } from "../state/dancer.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import type { Made } from "../state/made-here.ts";
import "../styles/account.css";

interface Deleted {
  readonly receipt: Receipt | null;
  readonly made: Made | null;
  readonly clearing: "on" | "done" | "failed";
}

/** Who I am here and how I come back; signing in for whoever is nobody here; the receipt of whoever is gone. */
export default function AccountPageOf(): ReactElement {
  const { account: say } = useWords();
  const { nobody, page, cause, again } = useAccount();
  const [{ receipt, made, clearing }, setDeleted] = useState<Deleted>({ receipt: null, made: null, clearing: "done" });
  const title = receipt ? say.deleted : nobody ? say.signIn : say.title;
  useTitle(title);
  if (receipt)
    return (
      <div className="page acc">
        <h1>{title}</h1>
        <p className="lead soft">{say.deletedDo}</p>
        {made === "keep" && <p>{say.deletedKept}</p>}
        <ReceiptPanel receipt={receipt} clearing={clearing === "on"} />
        {clearing === "failed" && (
          <>
            <p role="alert" className="trouble">
              {say.madeNotCleared}
            </p>
            <MadePanel />
          </>
        )}
      </div>
    );
  if (nobody)
    return (
      <div className="page acc">
        <h1>{title}</h1>
        <p className="lead soft">{say.signInDo}</p>
        <SignIn />
        <MadePanel />
      </div>
    );
  const deleted: MineProps["onDeleted"] = (receipt, made, cleared) => {
    const said = (clearing: Deleted["clearing"]) => setDeleted({ receipt, made, clearing });
    said("on");
    cleared.then(
      () => said("done"),
      () => said("failed"),
    );
  };
  if (page) return <Mine page={page} onDeleted={deleted} />;
  return cause ? <Failed cause={cause} onAgain={again} /> : <Loading />;
}

interface MineProps {
  readonly page: AccountPage;
  readonly onDeleted: (receipt: Receipt, made: Made | null, cleared: Promise<void>) => void;
}

function Mine({ page, onDeleted }: MineProps): ReactElement {
  const words = useWords();
  const say = words.account;
  const rename = useRename();
  const { dancer, createdAt } = page.account;
  return (
    <div className="page acc">
      <div>
        <h1>{dancer.name}</h1>
        <p className="lead soft">{say.since(words.n.day(createdAt))}</p>
      </div>
      {codeBrought() && (
        <p role="alert" className="trouble">
          {say.brought(dancer.name)}
        </p>
      )}
      <Back page={page} />
      <div className="acc-grid">
        <div className="stack">
          <Passkeys page={page} />
          <Recovery page={page} />
          <OtherDevice />
          <Devices page={page} />
        </div>
        <div className="stack">
          <AccountPanel title={say.name} say={say.nameDo}>
            <WordForm
              key={dancer.name}
              label={words.result.nameLabel}
              first={dancer.name}
              go={words.result.nameSave}
              change={rename}
            />
          </AccountPanel>
          <Hiding page={page} />
          <Grants />
          <Shares />
          <Data />
          <MadePanel />
          <Deleting page={page} onDeleted={onDeleted} />
        </div>
      </div>
    </div>
  );
}

/** How surely I come back to my takes, in eight bars: this browser alone, other devices, a key. */
const BARS = { here: 1, device: 4, key: 8 } as const;

function Back({ page }: { readonly page: AccountPage }): ReactElement {
  const { account: say } = useWords();
  const way = wayBack(page);
  const doWords = { here: say.back.hereDo, device: say.back.deviceDo, key: say.back.keyDo } as const;
  return (
    <section className="panel acc-back">
      <Eight label="" done={BARS[way]} height={56} />
      <div>
        <h2 className="h3">{say.back[way]}</h2>
        <p className="soft">{doWords[way]}</p>
      </div>
    </section>
  );
}
