/** English for dancing with others: ghosts beside one, and challenges in a crew. */
export const EN_TOGETHER = {
  ghosts: {
    ghost: "Ghost",
    beside: "Dance beside it",
    besideWhom: (name: string, mine: boolean) =>
      mine ? "Dance beside your own take" : `Dance beside the take of ${name}`,
    mine: "Your take",
    here: (name: string, mine: boolean) =>
      mine ? "Your own take dances beside you, dashed." : `${name} dances beside you, dashed.`,
    coming: "Fetching the take to dance beside.",
    gone: "That take can't be seen: it is gone, or its dancer keeps it private. You dance without it.",
    elsewhere: "That take was danced to another version or other counts. You dance without it.",
    offline: "No network to fetch the other take. You dance without it.",
    broken: "The poses of that take can't be read. You dance without it.",
  },
};
