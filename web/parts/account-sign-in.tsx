import { KeyRound } from "lucide-react";
import { type ReactElement, useState } from "react";
import { api } from "../api.ts";
import { beginAnew, codeBrought, forgetHere, useAccountChange } from "../state/account.ts";
import { useWords } from "../state/language.ts";
import { knowsPasskeys, signInByPasskey } from "../state/passkey.ts";
import { AccountPanel, Trouble } from "./account-panel.tsx";
import { WordForm } from "./word-form.tsx";

/** What a signed-in device does: forget whoever danced on it, and begin anew. */
async function arrive(): Promise<void> {
  await forgetHere();
  beginAnew("/account");
}

/** The ways in for whoever is nobody here yet. */
export function SignIn(): ReactElement {
  const { account: say } = useWords();
  const [brought] = useState(codeBrought);
  const byPasskey = useAccountChange(async () => {
    await signInByPasskey();
    await arrive();
  });
  const byCode = useAccountChange(async (code: string) => {
    await api.signInByCode(code);
    await arrive();
  });
  return (
    <div className="acc-grid">
      <AccountPanel title={say.signInBy} say={knowsPasskeys() ? say.signInPasskeyDo : say.passkeysUnknown}>
        {knowsPasskeys() && (
          <div>
            <button
              type="button"
              className="btn go"
              disabled={byPasskey.isPending}
              onClick={() => byPasskey.mutate(undefined)}
            >
              <KeyRound aria-hidden />
              {byPasskey.isPending ? say.passkeyAdding : say.signInPasskey}
            </button>
          </div>
        )}
        <Trouble cause={byPasskey.error} />
      </AccountPanel>
      <AccountPanel title={say.signInCode} say={say.signInCodeDo}>
        <WordForm
          label={say.signInCodeLabel}
          first={brought}
          go={say.signIn}
          change={byCode}
          code
          main={!knowsPasskeys()}
        />
      </AccountPanel>
    </div>
  );
}
