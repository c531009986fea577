import { type Client, dancer } from "./client.ts";

/** A crew of a lead, a coach and a dancer, and somebody who is not in it. */
export interface Crew {
  readonly id: string;
  readonly lead: Client;
  readonly coach: Client;
  readonly member: Client;
  readonly stranger: Client;
}

export const invite = async (who: Client, crew: string, uses = 1, hours = 24) =>
  who.post(`/crews/${crew}/invites`, { uses, hours });

/** "The chorus by the day after tomorrow", or otherwise. */
export const challenge = async (who: Client, crew: string, version: string, change: Record<string, unknown> = {}) => {
  const dueAt = Date.now() + 2 * 86_400_000;
  return who.post(`/crews/${crew}/challenges`, {
    title: "This chorus",
    version,
    section: 1,
    kind: "full",
    dueAt,
    ...change,
  });
};

export async function crewOfThree(): Promise<Crew> {
  const [lead, coach, member, stranger] = [
    await dancer("Lead"),
    await dancer("Coach"),
    await dancer("Member"),
    await dancer("Stranger"),
  ];
  const { id } = (await lead.post("/crews", { name: "Stage door" })).body;
  const { token } = (await invite(lead, id, 2)).body;
  for (const who of [coach, member]) {
    const { status, body } = await who.post(`/invites/${token}`, {});
    if (status !== 200) throw new Error(JSON.stringify(body));
  }
  await lead.ask("PUT", `/crews/${id}/members/${coach.id}/role`, { role: "coach" });
  return { id, lead, coach, member, stranger };
}
