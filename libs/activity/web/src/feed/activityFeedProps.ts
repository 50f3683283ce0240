/** Which feed it is. */
export type ActivityFeedProps = {
  /** What happened to one thing, by its id. */
  subjectId?: string;
  /** What happened in one sub-group. With neither: in the whole workgroup. */
  subGroupSlug?: string;
  first?: number;
};
