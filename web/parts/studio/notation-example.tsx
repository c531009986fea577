import { type ReactElement, useState } from "react";
import { useWords } from "../../state/language.ts";
import { saveFile } from "../../state/save-file.ts";

/** Lines of the example that are shown. */
const SHOWN = 14;

/** What notation looks like, by one of the routines that are built in; fetched when it is unfolded. */
export function NotationExample(): ReactElement {
  const { files: say } = useWords();
  const [example, setExample] = useState<{ readonly slug: string; readonly notation: string } | null>(null);
  const show = async () => {
    const { BUILT_IN } = await import("#dance/choreo/builtin/index.ts");
    setExample(BUILT_IN[0] ?? null);
  };
  const save = () => example && saveFile(`${example.slug}.txt`, new Blob([example.notation], { type: "text/plain" }));
  return (
    <details className="fold panel" onToggle={({ currentTarget }) => currentTarget.open && void show()}>
      <summary>
        <h2 className="h3">{say.plain}</h2>
      </summary>
      <div className="stack notation-example">
        <p className="note">{say.plainSay}</p>
        <pre lang="en">{example?.notation.split("\n").slice(0, SHOWN).join("\n")}</pre>
        <div className="row">
          <button type="button" className="btn" disabled={!example} onClick={save}>
            {say.example}
          </button>
        </div>
      </div>
    </details>
  );
}
