import { useEffect, useState } from "react";
import { draftPart } from "./addresses.ts";
import { draftTakes } from "./draft-takes.ts";
import { type DraftCard, dropDraft, listDrafts, onDraftNews } from "./drafts.ts";
import { imports } from "./imports.ts";
import { dropCopy } from "./own-song.ts";
import { forgetPart } from "./progress.ts";

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
      await Promise.all([dropDraft(id), dropCopy(id), draftTakes.drop(id), imports.drop(id).catch(() => undefined)]);
      forgetPart(draftPart(id));
      setCards(await listDrafts());
    },
  };
}
