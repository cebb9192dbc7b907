import type { RelationType } from './passage.ts';

/** 'to': the relation is recorded on the passage in question; 'from': it is recorded on the other passage. */
export type RelationDirection = 'to' | 'from';

const words: Readonly<Record<RelationType, Readonly<Record<RelationDirection, string>>>> = {
  supports: { to: 'supports', from: 'is supported by' },
  contradicts: { to: 'contradicts', from: 'contradicts' },
  repeats: { to: 'repeats', from: 'repeats' },
  supersedes: { to: 'supersedes', from: 'is superseded by' },
  'same-origin': { to: 'has the same origin as', from: 'has the same origin as' },
  independent: { to: 'is independent of', from: 'is independent of' },
};

/** Whether a relation reads the same from either end: what contradicts or repeats is contradicted or repeated. */
export const isMutualRelation = (type: RelationType): boolean => words[type].to === words[type].from;

/** A relation as a verb from the passage in question to the other: "supports", "is superseded by". */
export const wordRelation = (type: RelationType, direction: RelationDirection): string =>
  words[type][direction];

/**
 * How the other passage disputes the passage in question; null where it does not. Two passages that contradict
 * each other dispute each other; a superseded passage does not dispute the one that supersedes it.
 */
export const disputeType = (
  type: RelationType,
  direction: RelationDirection,
): Extract<RelationType, 'contradicts' | 'supersedes'> | null => {
  if (type === 'contradicts') return type;
  return type === 'supersedes' && direction === 'from' ? type : null;
};
