/** What a member is to a crew, most first. */
export const ROLES = ["lead", "coach", "dancer"] as const;
export type Role = (typeof ROLES)[number];

/** Who may do a thing to what is their own (they themselves, what they made) and to another's. */
interface Rule {
  readonly own: readonly Role[];
  readonly other: readonly Role[];
}

const ALL = ROLES;
const NOBODY: readonly Role[] = [];
const STAFF = ["lead", "coach"] as const;
const LEAD = ["lead"] as const;

/** The one table of what members see and do. Whoever is no member of a crew may nothing, and is not told that it is there. */
export const PERMISSIONS = {
  /** Its name, its members, its boards. */
  "see-crew": { own: ALL, other: ALL },
  /** A take that stands on a board of the crew, hidden from all others or not. */
  "watch-standing": { own: ALL, other: ALL },
  "rename-crew": { own: LEAD, other: LEAD },
  "end-crew": { own: LEAD, other: LEAD },
  invite: { own: STAFF, other: NOBODY },
  "see-invite": { own: STAFF, other: STAFF },
  "end-invite": { own: STAFF, other: LEAD },
  /** Any member may challenge the crew. */
  challenge: { own: ALL, other: NOBODY },
  "end-challenge": { own: ALL, other: STAFF },
  /** Any member may let the crew's coaches see takes of theirs; coaches review what they may see. */
  grant: { own: ALL, other: NOBODY },
  review: { own: ALL, other: STAFF },
  /** An assignment may ask a single dancer or all; who is asked sees it. */
  assign: { own: STAFF, other: STAFF },
  "see-assignment": { own: ALL, other: STAFF },
  /** Its words are those of who made it. */
  "change-assignment": { own: STAFF, other: NOBODY },
  "end-assignment": { own: STAFF, other: STAFF },
  "see-class": { own: STAFF, other: STAFF },
  "see-rubric": { own: ALL, other: ALL },
  "set-rubric": { own: STAFF, other: STAFF },
  /** Nobody changes what they themselves are, so that a crew always has a lead. */
  "set-role": { own: NOBODY, other: LEAD },
  /** Of oneself: to leave. */
  "remove-member": { own: ALL, other: LEAD },
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as readonly Action[];

/** Whether a member may do a thing; `own` says whether it is done to themselves or to what they made. */
export function may(role: Role, action: Action, own: boolean): boolean {
  const { own: mine, other }: Rule = PERMISSIONS[action];
  return (own ? mine : other).includes(role);
}

/** Who is who in the thread of a note: whose take it is, who wrote it (or the reply), another coach who may see the take. */
export const PARTS = ["dancer", "author", "coach"] as const;
export type Part = (typeof PARTS)[number];

/** The one table of what may be done with notes, to whoever may see the take. */
export const THREAD = {
  "read-note": PARTS,
  reply: PARTS,
  /** Done, or open again. */
  "settle-note": PARTS,
  "edit-note": ["author"],
  "drop-note": ["dancer", "author"],
  "drop-reply": ["dancer", "author"],
} as const satisfies Readonly<Record<string, readonly Part[]>>;
export type ThreadAction = keyof typeof THREAD;

/** Whether whoever is any of these in a thread may do a thing there. */
export const mayInThread = (parts: readonly Part[], action: ThreadAction): boolean =>
  parts.some((part) => (THREAD[action] as readonly Part[]).includes(part));
