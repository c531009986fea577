import { useEffect, useState } from "react";
import { type DraftCard, dropDraft, listDrafts, onDraftNews } from "./drafts.ts";
import { imports } from "./imports.ts";
import { dropRecording } from "./recordings.ts";

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
      await Promise.all([dropDraft(id), dropRecording(id), imports.drop(id).catch(() => undefined)]);
      setCards(await listDrafts());
    },
  };
}
