import { api } from "../api.ts";

let opened: Promise<{ readonly id: string }> | null = null;

/** The id of this sitting, which lasts as long as the page is open; opened at the Worker when it is first needed. */
export async function sitting(): Promise<string> {
  opened ??= api.openSession();
  try {
    return (await opened).id;
  } catch (cause) {
    opened = null;
    throw cause;
  }
}
