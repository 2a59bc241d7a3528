/** What people can do, and what open items ask for. */
export interface SkillInput {
  readonly people: readonly { readonly personId: string; readonly skills: readonly string[] }[];
  /** Open items. */
  readonly items: readonly { readonly itemId: string; readonly skills: readonly string[] }[];
}

/** Who answers for an item: accountable, or responsible. */
export interface ItemOwner {
  readonly itemId: string;
  readonly personId: string;
  readonly projectId?: string;
}
