/** What can go wrong when a routine is published. */
export const PUBLISH_PROBLEMS_EN = {
  "choreography-invalid": "This is no routine that can be published. Save it from the studio and try again.",
  "choreography-media-type": "The routine was sent in the wrong form. Load the page anew.",
  "choreography-forbidden": "Only who published this routine may do that.",
  "choreography-closed": "Not everybody in the crew may see this routine. Share it with the crew first.",
  "choreography-long": "A routine lasts 20 minutes at most.",
  "choreographies-too-many": "You have 300 published versions, and no more are possible. Take one back first.",
  "slug-taken": "Another routine has this address. Give yours another title.",
  "about-too-long": "What is told about the routine has at most 500 characters.",
  "about-characters": "What is told about the routine has characters that cannot be shown.",
  "sections-none": "A routine has at least one section.",
  "sections-many": "A routine has at most 64 sections.",
  "sections-overlap": "Sections follow one another; two of these overlap.",
  "section-names": "Two sections have the same name, or one has a blank name.",
  "position-names":
    "Two positions have the same name, or none at all. Published, one would take the other's place: give each a name of its own.",
  "keyframes-few": "A routine has at least two keyframes.",
  "keyframes-many": "A routine has at most 2,000 keyframes. Remove some.",
  "choreography-unfit":
    "Something in it lies outside of what a routine can have: a first beat within 10 minutes, a recording of 30 at most, a tempo from 30 to 300, sections that end by its last count. Set it right and try again.",
  "track-short": "The poses do not cover every count. Shorten the routine, or fill what is missing.",
  "section-unranked": "Standing still earns too much in this section, so it has no board.",
  "share-closed": "This routine is not for everybody, so the link would open nothing.",
};
