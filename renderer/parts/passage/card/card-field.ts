/** What of a card is being written; each has its key. */
export const cardFields = ['note', 'tags', 'source', 'grade', 'manner', 'task'] as const;
export type CardField = (typeof cardFields)[number];
