/** English for the video beside the stage, and for dancing a routine in. */
export const EN_DANCE_IN = {
  video: {
    turned: "Turn the video round",
    turnedNote: "It is shown as the teacher is, as in a mirror or as filmed. Turn it if it was filmed in a mirror.",
    unplayable: "The video of this routine is on this device, but this browser cannot show it. The teacher stands in.",
  },
};
