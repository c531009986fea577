/**
 * Named moves: one name for several phrases. A move takes effect where it stands in its line, so phrases after it
 * change it further. `$` is the move's own side and `%` the other one; such moves exist for both sides.
 */
export const MOVES: Readonly<Record<string, string>> = {
  neutral: "body straight, arms down, feet apart, knees soft, heels down",
  star: "body straight, arms high, feet wide, knees soft",
  "flower face": "arms to chin, tilt level",
  "big heart": "arms to crown",
  heart: "arms to heart",
  "disco $": "% arm to hip, $ arm high, hips $, look $",
  "archer $": "$ arm side, % arm side forearm in, twist %, look $",
  "frame $": "$ arm high forearm in, % arm low across, lean %",
  muscle: "arms side forearm up",
  scarecrow: "arms side forearm down",
  box: "arms up forearm in",
  ready: "arms low forearm front, knees bent",
  "sit $": "weight $, knees deep, hips $, lean %",
  "hood $": "$ arm behind head, % arm down, lean $, hips %",
  "salute $": "$ arm to eye, % arm to hip, look $",
  "phone $": "$ arm to ear, % arm to hip, tilt $",
  "dab $": "$ arm high, % arm high forearm in, lean %, look %, look down",
  squat: "feet wide, knees low, knees out, arms to thigh",
};

/** Every named move with its sides filled in: name -> phrases. */
export function* namedMoves(): Generator<readonly [string, readonly string[]]> {
  for (const [name, text] of Object.entries(MOVES)) {
    const sides = name.includes("$") ? (["left", "right"] as const) : (["left"] as const);
    for (const side of sides) {
      const fill = (s: string) => s.replaceAll("$", side).replaceAll("%", side === "left" ? "right" : "left");
      yield [fill(name), fill(text).split(", ")];
    }
  }
}
