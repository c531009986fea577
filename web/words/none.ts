/** Said where no catalogue of any language could be fetched, in every language: for this alone the words come with the page. */
export const NO_WORDS = [
  {
    language: "en",
    title: "This page could not be loaded.",
    say: "Takes that wait on this device are kept. Check the network, then try again.",
    again: "Try again",
  },
  {
    language: "ko",
    title: "페이지를 불러오지 못했어요.",
    say: "이 기기에서 기다리는 테이크는 그대로 있어요. 네트워크를 확인하고 다시 시도해 주세요.",
    again: "다시 시도",
  },
] as const;
