/** Hard: half counts, jumps, kicks and floor-near levels; the point flicks a light on and off, left and right. */
export const MIDNIGHT_SWITCH = `title: Midnight Switch
title.ko: 한밤의 스위치
about: Lights off at the floor, lights on in the air. Sharp half counts, jumps, and a switch you flick on both sides.
about.ko: 바닥에서 불을 끄고 공중에서 불을 켜요. 날카로운 반 박자와 점프, 양쪽으로 튕기는 스위치가 포인트예요.
level: hard
bpm: 124
song: trap D 47

[intro]
# Wake up: one joint after the other.
1:1   hit     feet wide, knees deep, arms low across, look down
1:3   hit     left arm side forearm down, look left, hips left
1:4   hit     right arm side forearm down, look right, hips right
1:5   hit     step left front, left arm side forearm up, body straight, knees bent
1:6   hit     close right, right arm side forearm up, hips left
1:7   flow    feet home apart, arms high, knees straight, body straight, roll body up
1:8   hit     step right, arms to shoulder, knees deep
2 mirror 1

[verse]
3:1   hit     step left, archer left, knees bent
3:2   hit     tap right close, arms to chest, twist centre, look front
3:3   hit     step right, right arm side forearm up, left arm low
3:3&  hit     right arm high
3:4   hit     knees deep, arms side
3:5   hit     kick right front, arms side forearm down, lean centre, knees soft
3:6   hit     step right back, arms low, knees bent, look down
3:7   flow    feet home apart, arms side, body straight, roll chest
3:8   hit     knees deep, arms to shoulder, hips left
4 mirror 3

[chorus]
5:1   hit!    jump home wide, star, knees bent
5:2   hit     arms side forearm down, knees deep, hips left
5:3   hit     left arm high, right arm to hip, hips right, knees bent
5:3&  hit     left arm side
5:4   hit     left arm low, hips left, knees deep
5:5   flow    step right small, body straight, arms side forearm in, knees deep
5:6   hit     step left small, arms low left, lean left, look left
5:7   hit     lift right high, right arm side forearm up, left arm side, body straight
5:8   hit     step right wide, weight centre, knees low, knees out, arms to shoulder
6 mirror 5

[point]
# Off, on, off, on: the hand across, the hand high, the foot flicks with it.
7:1   hit!    feet home apart, body straight, knees bent, left arm across, right arm to hip, look right
7:2   hit!    kick left side, left arm high, lean right, look left, knees soft
7:3   hit     feet apart, body straight, knees bent, right arm across, left arm to hip
7:4   hit!    kick right side, right arm high, lean left, look right, knees soft
7:5   flow    feet wide, knees low, knees out, body straight, arms side forearm down, look down
7:6   hit     arms low front, hips left
7:7   flow    knees bent, arms side, body straight
7:8   hit!    knees straight, arms high, hips right, look up
8 mirror 7

[dance-break]
9:1   hit     step left front, left arm high front, right arm to chest, knees bent, body straight
9:2   hit     lift right, right arm high front, left arm to chest
9:3   hit     jump home wide, arms side forearm up, knees deep
9:4   bounce  arms side, hips left
9:5   hit     hips right, lean right, left arm side forearm up, right arm low
9:6   hit     hips left, lean centre, right arm side forearm up, left arm side, knees deep
9:7   flow    feet apart, body straight, arms side forearm in, knees bent, roll body
9:8   hit     feet apart, arms high diagonal, knees straight, look up
10 mirror 9
`;
