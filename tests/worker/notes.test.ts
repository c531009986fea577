import { expect, test } from "vitest";
import { desk, note, share } from "./desk.ts";

test("a coach pins a note to a limb, the dancer reads it, replies with a newer take, and the coach sees that one too", async () => {
  const house = await desk();
  const { coach, member, take } = house;
  expect((await note(coach, take)).status).toBe(404);
  const granted = await share(house, { scope: "take", take });
  expect(granted.status, JSON.stringify(granted.body)).toBe(201);
  const { status, body } = await note(coach, take);
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body).toMatchObject({
    takeId: take,
    by: { name: "Coach" },
    mine: true,
    own: false,
    from: 10,
    to: 12,
    limb: "left_arm",
    doneAt: null,
  });
  const list = (await member.get(`/takes/${take}/notes`)).body;
  expect(list.notes).toHaveLength(1);
  expect(list.notes[0]).toMatchObject({
    id: body.id,
    text: "Reach higher",
    mine: false,
    editable: false,
    droppable: true,
  });
  expect((await member.get("/me/notes?open=1")).body.notes).toHaveLength(1);
});
