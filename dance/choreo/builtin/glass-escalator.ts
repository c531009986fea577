/** Medium: a vine out and back, a wave, and a point that rides down step by step and shoots up again. */
export const GLASS_ESCALATOR = `title: Glass Escalator
title.ko: 유리 에스컬레이터
about: Ride down a step on every count with one hand on the rail, then shoot up to the top floor.
about.ko: 난간을 잡고 박자마다 한 칸씩 내려갔다가, 꼭대기 층까지 단숨에 올라가요.
level: medium
bpm: 112
song: house A 29

[verse]
# A vine out and back; the arms draw the floors.
1:1   hit     step left, left arm side, right arm to chest, look left
1:2   flow    cross right behind, arms low left, lean right
1:3   hit     step left small, arms high left, lean centre
1:4   bounce  tap right close, arms to shoulder, look front, knees bent
1:5   hit     step right, right arm side, left arm to chest, look right, knees soft
1:6   flow    cross left over, arms low right, twist right
1:7   hit     step right small, twist centre, right arm high, left arm low, look up
1:8   bounce  close left, ready, look front
2 mirror 1

[pre-chorus]
# The arms climb, the chest answers, the knees never stop.
3:1   hit     feet home apart, left arm low front, right arm to hip, hips left, body straight
3:2   hit     right arm low front, hips right, knees bent
3:3   hit     left arm side forearm up, hips left, knees soft
3:4   hit     right arm side forearm up, hips right, knees bent
3:5   flow    arms up, knees straight, body straight, roll body up
3:6   flow    arms side, knees deep, roll body
3:7   hit     lift left, left arm across, right arm high, lean right
3:8   hit     step left, body straight, arms to shoulder, knees deep
4 mirror 3

[chorus]
5:1   hit!    jump home wide, arms high, knees bent, body straight
5:2   bounce  arms side forearm up, hips right
5:3   hit     frame left, lean right, hips left
5:4   hit     frame right, lean left, hips right
5:5   flow    feet together, knees bent, body straight, arms to chest, look down
5:6   hit     step right, arms side, look right, knees soft
5:7   hit     kick left low, left arm side, right arm low, look front
5:8   hit     feet home apart, knees deep, big heart
6 mirror 5

[point]
# Hand on the rail: down, down, down. Then the top floor, and the doors open.
7:1   hit!    feet home apart, knees soft, body straight, left arm low, right arm to hip, turn left, look front
7:2   hit     knees bent, hips right, right arm side
7:3   hit     knees deep, hips left, right arm high
7:4   hit!    feet wide, knees low, knees out, body straight, arms low forearm in, look down
7:5   flow    knees bent, arms side forearm in, look front
7:6   flow!   feet together, knees straight, heels up, arms up, look up
7:7   hit     heels down, feet apart, knees bent, arms high diagonal, look front, hips left
7:8   bounce  arms low, hips right, knees deep
8 mirror 7
`;
