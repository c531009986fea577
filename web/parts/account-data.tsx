import { type ReactElement, useId, useState } from "react";
import { api, type Receipt } from "../api.ts";
import { type AccountPage, forgetHere, useAccountChange } from "../state/account.ts";
import { useWords } from "../state/language.ts";
import { askedOf, becomesOf, clearMade, type Made, useMadeHere } from "../state/made-here.ts";
import { saveFile } from "../state/save-file.ts";
import { MadeChoice } from "./account-made.tsx";
import { AccountPanel, Trouble } from "./account-panel.tsx";
import { Choice } from "./choice.tsx";

/** Whether I stand on boards that everybody sees. */
export function Hiding({ page }: { readonly page: AccountPage }): ReactElement {
  const { account: say } = useWords();
  const hide = useAccountChange(api.hide);
  const hidden = hide.isPending ? hide.variables : page.account.hidden;
  return (
    <AccountPanel title={say.boards} say={say.boardsDo}>
      <div>
        <Choice
          label={say.boards}
          value={hidden ? "hidden" : "shown"}
          options={[
            ["shown", say.shown],
            ["hidden", say.hidden],
          ]}
          onChange={(value) => hide.mutate(value === "hidden")}
        />
      </div>
      <Trouble cause={hide.error} />
    </AccountPanel>
  );
}

/** Everything of mine as one file. */
export function Data(): ReactElement {
  const { account: say } = useWords();
  const gather = useAccountChange(async () => saveFile("eightcount.json", await api.exported()));
  return (
    <AccountPanel title={say.data} say={say.dataDo}>
      <div>
        <button type="button" className="btn" disabled={gather.isPending} onClick={() => gather.mutate(undefined)}>
          {gather.isPending ? say.dataBusy : say.dataSave}
        </button>
      </div>
      <Trouble cause={gather.error} />
    </AccountPanel>
  );
}

interface DeletingProps {
  readonly page: AccountPage;
  /** `made`: what becomes of what was made here, null where that is nothing; `cleared` once that is done. */
  readonly onDeleted: (receipt: Receipt, made: Made | null, cleared: Promise<void>) => void;
}

/** Deletion for good: my name, typed again, says that I mean it. */
export function Deleting({ page, onDeleted }: DeletingProps): ReactElement {
  const { account: say } = useWords();
  const id = useId();
  const { name } = page.account.dancer;
  const [typed, setTyped] = useState("");
  const [made, setMade] = useState<Made>("clear");
  const here = useMadeHere();
  const remove = useAccountChange(async () => {
    const receipt = await api.remove(typed.trim());
    const becomes = becomesOf(here, made);
    const cleared = becomes === "clear" ? clearMade() : Promise.resolve();
    onDeleted(receipt, becomes, cleared);
    await forgetHere();
  });
  const meant = typed.trim() === name;
  return (
    <AccountPanel title={say.delete} say={say.deleteDo}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (meant) remove.mutate(undefined);
        }}
      >
        <div className="field">
          <label className="strong" htmlFor={id}>
            {say.deleteType(name)}
          </label>
          <input id={id} value={typed} autoComplete="off" onChange={(e) => setTyped(e.target.value)} />
        </div>
        <MadeChoice here={askedOf(here)} made={made} onMade={setMade} />
        <div>
          <button type="submit" className="btn" disabled={!meant || remove.isPending}>
            {say.deleteIt}
          </button>
        </div>
      </form>
      <Trouble cause={remove.error} />
    </AccountPanel>
  );
}

interface ReceiptProps {
  readonly receipt: Receipt;
  /** What was made here is on its way out: nobody is led away meanwhile. */
  readonly clearing: boolean;
}

/** What a deletion removed, to keep. */
export function ReceiptPanel({ receipt, clearing }: ReceiptProps): ReactElement {
  const words = useWords();
  const say = words.account;
  const kinds = Object.entries(say.kinds).filter(([kind]) => (receipt.deleted[kind] ?? 0) > 0);
  const lines = kinds.map(([kind, name]) => [name, words.n.whole(receipt.deleted[kind] ?? 0)] as const);
  const when = `${words.n.day(receipt.at)} ${words.n.time(receipt.at)}`;
  const text = [`Eightcount · ${location.origin}`, say.deleted, new Date(receipt.at).toISOString(), receipt.receipt]
    .concat(
      lines.map(([name, count]) => `${name}: ${count}`),
      "",
    )
    .join("\n");
  return (
    <section className="panel stack acc-receipt" aria-label={say.receipt}>
      <h2 className="h3">{say.receipt}</h2>
      <p className="note">{when}</p>
      <p>
        <code>{receipt.receipt}</code>
      </p>
      <dl>
        {lines.map(([name, count]) => (
          <div key={name} className="row between">
            <dt>{name}</dt>
            <dd className="num">{count}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <button
          type="button"
          className="btn"
          onClick={() => saveFile("eightcount-receipt.txt", new Blob([text], { type: "text/plain" }))}
        >
          {say.receiptSave}
        </button>
        {clearing ? (
          <span role="status">{say.madeClearing}</span>
        ) : (
          <a className="btn plain" href="/">
            {say.receiptHome}
          </a>
        )}
      </div>
    </section>
  );
}
