/** What may have changed on the disk: an answer that depends on one of these is asked for again. */
export const topics = [
  'articles',
  'passages',
  'tags',
  'sources',
  'tasks',
  'memos',
  'searches',
  'forms',
  'conflicts',
  'pad',
  'trash',
] as const;
export type Topic = (typeof topics)[number];
