/** Tells whether it is still one's turn. */
export type Mine = () => boolean;

/** One thing at a time: whoever takes a turn ends the one before. */
export function makeTurns(): () => Mine {
  let last = 0;
  return () => {
    last += 1;
    const turn = last;
    return () => turn === last;
  };
}
