import type { ReactElement } from "react";

interface MoreProps {
  /** What comes page by page. */
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
  /** Classes of the button beside `btn`. */
  readonly look?: string;
  readonly children: string;
}

/** A button that brings the next page; nothing where there is none. */
export function More({ of, look = "", children }: MoreProps): ReactElement | null {
  if (!of.hasNextPage) return null;
  return (
    <button
      type="button"
      className={`btn ${look}`.trim()}
      disabled={of.isFetchingNextPage}
      onClick={() => void of.fetchNextPage()}
    >
      {children}
    </button>
  );
}
