import type { PROBLEMS_EN } from "./problems-en.ts";

export const PROBLEMS_KO = {
  internal: "저희 쪽에서 문제가 생겼어요. 잃은 것은 없으니 잠시 뒤에 다시 해 보세요.",
} satisfies Readonly<Record<keyof typeof PROBLEMS_EN, string>>;
