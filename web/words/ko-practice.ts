import type { EN_PRACTICE } from "./en-practice.ts";

/** Korean for practising. */
export const KO_PRACTICE = {
  practice: {
    loop: (eights: string) => `${eights} 반복`,
    pickSpan: "처음과 마지막 에이트를 누르면 그 사이만 반복해요.",
    loopSection: (name: string) => `반복: ${name}`,
    loopSpot: "여기만 반복",
    short: "에이트 하나보다 짧은 안무라서 전부 반복해요.",
    ladder: "사다리",
    ladderSay: "깔끔하면 빨라지고 놓치면 느려져요. 원래 속도로 깔끔하면 옆 에이트가 붙어요.",
    on: "켬",
    off: "끔",
    atSpeed: (speed: string) => `${speed} 속도`,
    slower: "느리게",
    faster: "빠르게",
    end: "연습 끝내기",
    again: "처음부터",
    start: "반복 시작",
    held: "앞서 춘 바퀴는 남아 있어요.",
    nextPass: "속도는 다음 바퀴부터 바뀌어요.",
  },
  ladder: {
    faster: (speed: string) => `깔끔해요. 이제 ${speed}.`,
    slower: (speed: string) => `아직 빨라요. 다시 ${speed}.`,
    joined: (_: string, eights: string) => `원래 속도로 깔끔해요. 이제 에이트 ${eights}.`,
    "faster-asked": (speed: string) => `다음 바퀴부터 ${speed}.`,
    "slower-asked": (speed: string) => `다음 바퀴부터 ${speed}.`,
    nearly: (speed: string) => `거의 다 왔어요. 한 번 더 ${speed}.`,
    unseen: (speed: string) => `잘 안 보였어요. 한 번 더 ${speed}.`,
    slowest: (speed: string) => `가장 느린 ${speed}로 한 번 더. 선생님을 따라 하세요.`,
    whole: () => "원래 속도로 깔끔해요. 전부 내 것이 됐어요.",
    changed: (speed: string) => `중간에 바꿔서 이번 바퀴는 세지 않아요. 이제 ${speed}.`,
    "camera-lost": () => "카메라가 사라졌어요. 이번 바퀴만 다시 추고 사다리는 그대로예요.",
    "clock-jumped": () => "기기가 멈췄어요. 이번 바퀴만 다시 추고 사다리는 그대로예요.",
    paused: () => "멈췄어요. 이번 바퀴만 다시 추고 사다리는 그대로예요.",
  },
} satisfies typeof EN_PRACTICE;
