import { useRef, useState, useSyncExternalStore } from "react";
import type { Judgement } from "#dance/scoring/result.ts";
import type { Stage } from "../stage/index.ts";
import { grouped } from "../state/groups.ts";
import type { Words } from "../words/index.ts";
import { faultWords } from "../words/insight.ts";

/** The words that the canvas draws. */
export const stageWords = (words: Words) => ({
  judgement: words.names.judgement,
  fault: (fault: Parameters<typeof faultWords>[1]) => faultWords(words, fault),
  combo: words.stage.combo,
});

/** What is told to a screen reader: once an eight-count, how many of each word. */
export function useSpoken(words: Words) {
  const [spoken, setSpoken] = useState("");
  const heard = useRef<Judgement[]>([]);
  const hear = (judgement: Judgement) => {
    const eight = Math.floor(judgement.count / 8);
    const before = heard.current[0];
    if (before && Math.floor(before.count / 8) !== eight) {
      const groups = grouped(heard.current, (j) => j.word);
      setSpoken([...groups].map(([word, js]) => `${words.names.judgement[word]} ${js.length}`).join(", "));
      heard.current = [];
    }
    heard.current.push(judgement);
  };
  return { spoken, hear };
}

const nothing = () => () => undefined;

/** The speed in force: it may be changed between takes. */
export const useRate = (stage: Stage | null): number | undefined =>
  useSyncExternalStore(stage?.view.subscribe ?? nothing, () => stage?.view.get().rate);

/** Whether the teacher or the video is beside the dancer; as a ghost only, her place is empty. */
export const useBeside = (stage: Stage | null): boolean =>
  useSyncExternalStore(stage?.view.subscribe ?? nothing, () => {
    const teacher = stage?.view.get().teacher ?? "beside";
    return teacher !== "ghost" && teacher !== "off";
  });
