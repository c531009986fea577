import { KeyRound } from "lucide-react";
import { type ReactElement, useRef, useState } from "react";
import { api, type Passkey } from "../api.ts";
import { type AccountPage, useAccountChange } from "../state/account.ts";
import { useWords } from "../state/language.ts";
import { knowsPasskeys, makePasskey } from "../state/passkey.ts";
import { AccountPanel, Sure, Trouble } from "./account-panel.tsx";
import { WordForm } from "./word-form.tsx";

/** My passkeys: add, rename, remove. */
export function Passkeys({ page }: { readonly page: AccountPage }): ReactElement {
  const { account: say } = useWords();
  const add = useAccountChange(makePasskey);
  const { passkeys, account } = page;
  const last = passkeys.length === 1 && account.recoveryCodes === 0;
  return (
    <AccountPanel title={say.passkeys} say={knowsPasskeys() ? say.passkeysDo : say.passkeysUnknown}>
      {passkeys.length === 0 && <p>{say.passkeysNone}</p>}
      {passkeys.length > 0 && (
        <ul className="acc-list">
          {passkeys.map((passkey) => (
            <Row key={passkey.id} passkey={passkey} last={last} />
          ))}
        </ul>
      )}
      {knowsPasskeys() && (
        <div>
          <button
            type="button"
            className={passkeys.length === 0 ? "btn go" : "btn"}
            disabled={add.isPending}
            onClick={() => add.mutate(undefined)}
          >
            <KeyRound aria-hidden />
            {add.isPending ? say.passkeyAdding : say.passkeyAdd}
          </button>
        </div>
      )}
      <Trouble cause={add.error} />
    </AccountPanel>
  );
}

function Row({ passkey, last }: { readonly passkey: Passkey; readonly last: boolean }): ReactElement {
  const words = useWords();
  const say = words.account;
  const [naming, setNaming] = useState(false);
  const sure = useRef<HTMLDialogElement>(null);
  const forget = useAccountChange(() => api.forgetPasskey(passkey.id));
  const rename = useAccountChange((name: string) => api.renamePasskey(passkey.id, name));
  const name = passkey.name || say.passkeyUnnamed;
  const facts = [
    say.passkeyMade(words.n.day(passkey.createdAt)),
    passkey.usedAt === null ? say.passkeyUnused : say.passkeyUsed(words.n.day(passkey.usedAt)),
    ...(passkey.synced ? [say.passkeySynced] : []),
  ];
  if (naming)
    return (
      <li>
        <WordForm
          label={say.passkeyRename(name)}
          first={passkey.name}
          go={words.result.nameSave}
          change={rename}
          onDone={() => setNaming(false)}
          onCancel={() => setNaming(false)}
        />
      </li>
    );
  return (
    <li>
      <div className="grow">
        <p className="strong">{name}</p>
        <p className="note">{facts.join(" · ")}</p>
        <Trouble cause={forget.error} />
      </div>
      <div className="row">
        <button type="button" className="btn" aria-label={say.passkeyRename(name)} onClick={() => setNaming(true)}>
          {say.rename}
        </button>
        <button
          type="button"
          className="btn"
          aria-label={say.passkeyRemove(name)}
          onClick={() => sure.current?.showModal()}
        >
          {say.remove}
        </button>
      </div>
      <Sure dialog={sure} title={say.passkeySure(name)} yes={say.remove} onYes={() => forget.mutate(undefined)}>
        <p>{say.passkeySureDo}</p>
        {last && <p className="strong">{say.passkeyLast}</p>}
      </Sure>
    </li>
  );
}
