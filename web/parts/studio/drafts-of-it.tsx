import type { ReactElement } from "react";
import { Link } from "wouter";
import { useWords } from "../../state/language.ts";
import { useDrafts } from "../../state/my-drafts.ts";
import { draftsOf } from "../../state/publishing.ts";

/** The drafts of it on this device, each with the way to its editor. */
export function DraftsOfIt({ slug }: { readonly slug: string }): ReactElement {
  const { publish, n } = useWords();
  const { cards } = useDrafts();
  return (
    <>
      {draftsOf(cards ?? [], slug).map(({ id, changedAt }) => (
        <p key={id} className="row draft-of">
          <span className="grow">{publish.draftOf(n.moment(changedAt))}</span>
          <Link className="btn" href={`/studio/${id}`}>
            {publish.toDraft}
          </Link>
        </p>
      ))}
    </>
  );
}
