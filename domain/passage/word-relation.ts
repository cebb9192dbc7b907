import type { RelationType } from './passage.ts';

/** 'to': the passage that is spoken of says so of the other; 'from': the other says so of it. */
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

/** A relation as a verb between the passage that is spoken of and the other: "supports", "is superseded by". */
export const wordRelation = (type: RelationType, direction: RelationDirection): string =>
  words[type][direction];

/**
 * How the other passage speaks against the one that is spoken of; null where it does not. Of two that contradict each
 * other either does; what a passage supersedes does not.
 */
export const disputeType = (
  type: RelationType,
  direction: RelationDirection,
): Extract<RelationType, 'contradicts' | 'supersedes'> | null => {
  if (type === 'contradicts') return type;
  return type === 'supersedes' && direction === 'from' ? type : null;
};
