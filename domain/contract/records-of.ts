import { type Fields, isFields } from './fields.ts';

const idFields = [
  'passageId',
  'secondId',
  'duplicateId',
  'passageIds',
  'taskId',
  'memoId',
  'tagId',
  'sourceId',
  'searchId',
] as const;

/** The fields of an input that name further records. */
const holders = ['place', 'other', 'from'] as const;

const idsIn = (fields: Fields): readonly string[] =>
  idFields.flatMap((field) => {
    const value = fields[field];
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  });

/**
 * The records that a request is on, by their ids: those that it changes or makes, and those that have to be there for it.
 * An article counts only where it is the record itself.
 */
export const recordsOf = (input: Fields): readonly string[] => {
  const ids = [input, ...holders.map((holder) => input[holder])].filter(isFields).flatMap(idsIn);
  if (ids.length > 0) return [...new Set(ids)];
  return typeof input.articleId === 'string' ? [input.articleId] : [];
};
