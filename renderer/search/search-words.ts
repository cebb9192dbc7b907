import type { SearchFacet } from '#domain/contract/search-archive.ts';

export const facetNames: Readonly<Record<SearchFacet['field'], string>> = {
  label: 'Label',
  tag: 'Tag',
  publisher: 'Publication',
  grade: 'Grade',
};

/** What can be typed, with what it finds. */
export const examples: readonly (readonly [string, string])[] = [
  ['harbour quay', 'both words, in all their forms'],
  ['"dry dock"', 'just these words, one after the other'],
  ['=harbour', 'just this word'],
  ['harb*', 'what begins so'],
  ['harbour OR quay', 'either word'],
  ['harbour -quay', 'one without the other'],
  ['ship NEAR/5 quay', 'at most five words apart'],
  ['tag:China label:claim', 'with that tag, or one below it, and that label'],
  ['grade:B2.. date:2024-04..', 'B2 or better, published since'],
  ['in:note is:unread', 'only notes; of articles not read yet'],
];
