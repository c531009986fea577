/** What a section has boards for: danced as it is, danced as its mirror image on purpose, danced sitting. */
export const BOARD_KINDS = ["full", "mirrored", "seated"] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

/** The one board that a take may enter. Who sits is held against who sits, mirrored or not. */
export const kindOf = ({ mirror, seated }: { readonly mirror: boolean; readonly seated: boolean }): BoardKind =>
  seated ? "seated" : mirror ? "mirrored" : "full";
