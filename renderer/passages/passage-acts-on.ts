import type { ArticleId, PassageId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import type { PassageActs } from '#renderer/parts/passage/card/passage-acts.ts';

/** The acts on a passage that is on the disk, wherever it is shown. */
export const passageActsOn = (articleId: ArticleId, passageId: PassageId): PassageActs => {
  const on = { articleId, passageId };
  return {
    setLabel: async (label) => void (await act('passage:relabel', { ...on, label })),
    setTags: async (tagIds) => void (await act('passage:set-tags', { ...on, tagIds: [...tagIds] })),
    setSource: async (sourceId) => void (await act('passage:set-source', { ...on, sourceId })),
    setGrade: async (grade, confirmedBecause) =>
      void (await act('passage:set-grade', { ...on, grade, confirmedBecause })),
    setManner: async (manner, basis) => void (await act('passage:set-manner', { ...on, manner, basis })),
    setNote: async (note, editId) => void (await act('passage:set-note', { ...on, note, editId })),
    remove: async () => void (await act('passage:delete', on)),
  };
};
