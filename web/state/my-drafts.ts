import { useEffect, useState } from "react";
import { draftPart } from "./addresses.ts";
import { draftTakes } from "./draft-takes.ts";
import { type DraftCard, dropDraft, listDrafts, onDraftNews } from "./drafts.ts";
import { imports } from "./imports.ts";
import { dropCopy } from "./own-song.ts";
import { forgetPart } from "./progress.ts";

/** Forgets a draft and all that came of it. Rejects, and nothing is forgotten, where the draft itself cannot be. */
export async function dropAllOf(id: string): Promise<void> {
  await dropDraft(id);
  await Promise.all([dropCopy(id), draftTakes.drop(id), imports.drop(id).catch(() => undefined)]);
  forgetPart(draftPart(id));
}

/** What I make on this device, last changed first; null while it is looked up. Other tabs' changes come by themselves. */
export function useDrafts(): { cards: readonly DraftCard[] | null; drop: (id: string) => Promise<void> } {
  const [cards, setCards] = useState<readonly DraftCard[] | null>(null);
  useEffect(() => {
    const look = () => void listDrafts().then(setCards);
    look();
    return onDraftNews(look);
  }, []);
  return {
    cards,
    async drop(id) {
      await dropAllOf(id);
      setCards(await listDrafts());
    },
  };
}
