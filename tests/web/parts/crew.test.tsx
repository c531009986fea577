import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Router } from "wouter";
import { ROLES, type Role } from "#dance/practice/permission.ts";
import type { Crew, Invite, Standing } from "../../../web/api.ts";
import { CrewInvites } from "../../../web/parts/crew-invites.tsx";
import { CrewMembers } from "../../../web/parts/crew-members.tsx";
import { CrewSettings } from "../../../web/parts/crew-settings.tsx";
import { StandingRows } from "../../../web/parts/standings.tsx";

const person = (name: string) => ({ id: name.toLowerCase(), name });
const crewOf = (role: Role): Crew => ({
  id: "c",
  name: "Stage door",
  role,
  members: [
    { dancer: person("Mina"), role, joinedAt: 1, me: true },
    { dancer: person("Bora"), role: "dancer", joinedAt: 2, me: false },
  ],
});
const invites: Invite[] = [
  { id: "i", mine: true, usesLeft: 3, expiresAt: Date.now() + 3 * 86_400_000 },
  { id: "j", mine: false, usesLeft: 1, expiresAt: Date.now() + 3 * 86_400_000 },
];

function shown(element: ReactElement): string {
  const client = new QueryClient();
  client.setQueryData(["crew", "c", "invites"], invites);
  client.setQueryData(["me"], person("Mina"));
  client.setQueryData(["picks"], [{ dancer: person("Bora"), at: 1 }]);
  return renderToStaticMarkup(
    <Router ssrPath="/">
      <QueryClientProvider client={client}>{element}</QueryClientProvider>
    </Router>,
  );
}
const times = (text: string, part: string) => text.split(part).length - 1;

test("a crew offers each role what it may do and nothing else", () => {
  for (const role of ROLES) {
    const crew = crewOf(role);
    const members = shown(<CrewMembers crew={crew} />);
    const settings = shown(<CrewSettings crew={crew} />);
    expect(members).toContain("Mina (you)");
    expect(members.includes('aria-label="Role of Bora, or remove"')).toBe(role === "lead");
    expect(members).not.toContain('aria-label="Role of Mina');
    expect(times(members, "<select"), "what may be done about somebody is asked for first").toBe(0);
    expect(settings).toContain("Leave the crew");
    expect([settings.includes("Save the name"), settings.includes("End the crew")]).toEqual(
      role === "lead" ? [true, true] : [false, false],
    );
    expect(settings.includes("You are its only lead")).toBe(role === "lead");
  }
});

test("who made an invite may end it, and a lead any", () => {
  const ends = (role: Role) => times(shown(<CrewInvites crew={crewOf(role)} />), "End this invite");
  expect([ends("lead"), ends("coach")]).toEqual([2, 1]);
  expect(shown(<CrewInvites crew={crewOf("coach")} />)).toMatch(/3\u00a0uses left · \d days/);
});

test("rows of a board lead to their replays, and everybody but me may be picked", () => {
  const row = (name: string, rank: number, mine: boolean): Standing => ({
    rank,
    dancer: person(name),
    score: 900_000 - rank,
    grade: "A",
    takeId: `t-${name}`,
    at: 1,
    mine,
  });
  const rows = [row("Bora", 61, false), row("Mina", 62, true), row("Jun", 63, false)];
  const text = shown(<StandingRows rows={rows} note="0.1 behind Bora" stage="/s" watch={() => undefined} />);
  expect(text).toContain('start="61"');
  expect(rows.every(({ takeId }) => text.includes(`href="/takes/${takeId}"`))).toBe(true);
  expect(text).toContain("No longer pick Bora");
  expect(text).toContain("Pick Jun as a friend");
  expect(text).not.toMatch(/[Pp]ick Mina/);
  expect(times(text, "0.1 behind Bora")).toBe(1);
});
