/** Easy: every count has time, and the point is to lift a lantern from the floor to the sky. */
export const LANTERN_SEASON = `title: Lantern Season
title.ko: 등불의 계절
about: Side steps that feel like a street at dusk, and a lantern you lift from the floor to the sky.
about.ko: 해 질 녘 거리를 걷듯 옆으로 걷다가, 바닥의 등불을 하늘까지 들어 올려요.
level: easy
bpm: 100
song: bubblegum A 11

[verse]
# Walk out to one side; the hand says hello.
1:1   hit     step left, left arm side, right arm to hip, look left
1:2   bounce  tap right close, left arm side forearm up
1:3   hit     step right, right arm side, left arm to hip, look right
1:4   bounce  tap left close, right arm side forearm up
1:5   flow    step left wide, arms high left, lean left, look up
1:6   hit     close right, arms to heart, body straight, knees bent
1:7   flow    feet apart, arms high, knees straight, heels up
1:8   hit     heels down, knees deep, arms to thigh
2 mirror 1

[chorus]
3:1   hit!    feet home wide, knees soft, body straight, left arm high, right arm to hip, hips left
3:2   bounce  hips right, left arm high forearm in
3:3   hit     hips left, left arm side, knees bent
3:4   bounce  hips right, left arm low
3:5   flow    step left front, arms low front, roll chest, body straight
3:6   hit     arms side forearm up, weight right, knees bent
3:7   flow    step left back, arms left, twist left, look left
3:8   hit     feet home apart, body straight, arms to hip, knees soft
4 mirror 3

[point]
# Pick it up, lift it, hang it up, let it swing.
5:1   flow!   feet home wide, knees low, knees out, arms low front, look down
5:3   flow!   knees straight, heels up, arms to crown, body straight, look up
5:4   hit     heels down, knees bent, arms high, look front, hips left
5:5   hit     knees soft, hips right, left arm high, right arm low
5:6   bounce  hips left, left arm side forearm up, right arm side forearm down
5:7   hit!    hips right, lean left, left arm low, right arm high, look right
5:8   flow    body straight, feet apart, knees bent, arms to heart
6 mirror 5
`;
