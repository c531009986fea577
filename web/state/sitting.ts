import { ApiProblem, api } from "../api.ts";

let opened: Promise<{ readonly id: string }> | null = null;

async function sitting(): Promise<string> {
  opened ??= api.openSession();
  try {
    return (await opened).id;
  } catch (cause) {
    opened = null;
    throw cause;
  }
}

/**
 * Works with the id of this sitting, which lasts as long as the page is open; opened at the Worker when it is first
 * needed, and anew where another dancer has signed in meanwhile.
 */
export async function inSitting<T>(work: (session: string) => Promise<T>): Promise<T> {
  try {
    return await work(await sitting());
  } catch (cause) {
    if (!(cause instanceof ApiProblem) || cause.code !== "session-unknown") throw cause;
    opened = null;
    return work(await sitting());
  }
}
