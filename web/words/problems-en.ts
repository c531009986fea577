/** One sentence for every way in which a request, a file or a text can fail: what it is, then what to do. */
export const PROBLEMS_EN = {
  internal: "Something went wrong on our side. Nothing of yours is lost; try again in a moment.",
};
