import type { TakeResult } from "#dance/scoring/result.ts";
import { at, bytes, reach, told } from "./client.ts";
import type { Verified } from "./takes.ts";

/** How a take of mine is shared; `at` in ms since 1970. */
export interface Share {
  readonly at: number;
  readonly named: boolean;
  readonly replay: boolean;
}

/** A take of mine that has a page. */
export interface ListedShare extends Share {
  readonly takeId: string;
  readonly version: string;
  readonly section: number;
  readonly score: number | null;
}

export interface ShareChoice extends Omit<Share, "at"> {
  readonly language: "en" | "ko";
}

/** A take as whoever has its link sees it. */
export interface SharedTake {
  readonly dancer: { readonly name: string } | null;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated: boolean;
  readonly dancedAt: number;
  readonly at: number;
  readonly result: TakeResult;
  /** Without a name the replay is not told, and of the moment only the day. */
  readonly verified: (Pick<Verified, "rules" | "at"> & { readonly replay: string | null }) | null;
  readonly replay: boolean;
}

/** Pages of takes that are shared by link. */
export const shareDoors = {
  /** Makes the page of a take of mine (named and shown as chosen), with its card; its token is told only now. */
  share: async (id: string, card: Blob, choice: ShareChoice): Promise<Share & { readonly token: string }> => {
    const query = new URLSearchParams({
      named: choice.named ? "1" : "0",
      replay: choice.replay ? "1" : "0",
      language: choice.language,
    });
    const init = { method: "PUT", headers: { "content-type": "image/png" }, body: card };
    return (await reach(`/api/takes/${id}/share?${query}`, init)).json() as Promise<Share & { token: string }>;
  },
  shareState: async (id: string): Promise<Share | null> =>
    (await told(at.takes[":id"].share.$get({ param: { id } }))).share,
  shares: async (): Promise<readonly ListedShare[]> => (await told(at.shares.$get())).shares,
  endShare: (id: string) => told(at.takes[":id"].share.$delete({ param: { id } })),
  shared: (token: string): Promise<SharedTake> => told(at.shared[":token"].$get({ param: { token } })),
  sharedReplay: (token: string) => bytes(`/api/shared/${token}/replay`),
};
