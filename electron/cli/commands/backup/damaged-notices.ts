/** A sentence for each file that could not be restored. */
export const damagedNotices = (damaged: readonly string[]): readonly string[] =>
  damaged.map((path) => `${path} is damaged in the backup and was left out.`);
