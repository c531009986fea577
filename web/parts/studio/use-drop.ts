import { useEffect, useRef, useState } from "react";
import { type Dropped, droppedFiles } from "../../state/dropped.ts";

/**
 * Files dropped anywhere on the page; true while some are held over it. A file that misses a small place would else be opened
 * by the browser in the page's stead. `null` where what was dropped cannot be read.
 */
export function useDrop(onDropped: (dropped: Dropped | null) => void): boolean {
  const [over, setOver] = useState(false);
  const told = useRef(onDropped);
  told.current = onDropped;
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(false);
      droppedFiles(event.dataTransfer).then(told.current, () => told.current(null));
    };
    addEventListener("dragover", hold);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", hold);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);
  return over;
}
