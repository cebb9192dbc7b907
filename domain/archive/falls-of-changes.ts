/** What an act makes fall, by what it changes. */
import { type Fallen, isLowered } from '../graph/fall.ts';
import { ungraded } from '../tradecraft/grade.ts';
import type { Change, RecordChange } from './changes.ts';

type ChangeOf<C extends RecordChange['collection']> = Extract<RecordChange, { readonly collection: C }>;

const ofSource = ({ before, after }: ChangeOf<'sources'>): readonly Fallen[] => {
  if (before === null || after === null) return [];
  const was = { ...ungraded, reliability: before.reliability };
  if (!isLowered(was, { ...ungraded, reliability: after.reliability })) return [];
  return [{ how: 'letter', thing: { kind: 'source', sourceId: after.id }, was }];
};

const ofPassage = ({ file, before, after }: ChangeOf<'passages'>): readonly Fallen[] => {
  if (before === null || after === null || before.deletedAt !== null) return [];
  if (file.kind !== 'annotations') return [];
  const thing = { kind: 'passage', articleId: file.articleId, passageId: after.id } as const;
  if (after.deletedAt !== null) return [{ how: 'deleted', thing, was: null }];
  return isLowered(before.grade, after.grade) ? [{ how: 'grade', thing, was: before.grade }] : [];
};

const ofArticle = ({ before, after }: ChangeOf<'about'>): readonly Fallen[] => {
  if (before === null || after === null || before.withdrawn !== null || after.withdrawn === null) return [];
  return [{ how: 'withdrawn', thing: { kind: 'article', articleId: after.id }, was: null }];
};

const ofChange = (change: Change): readonly Fallen[] => {
  if (change.type === 'folder') {
    if (change.kind !== 'article' || change.to !== 'trash') return [];
    return [{ how: 'trashed', thing: { kind: 'article', articleId: change.id }, was: null }];
  }
  if (change.collection === 'sources') return ofSource(change);
  if (change.collection === 'about') return ofArticle(change);
  return change.collection === 'passages' ? ofPassage(change) : [];
};

/** What falls with these changes, in their order. */
export const fallenBy = (changes: readonly Change[]): readonly Fallen[] => changes.flatMap(ofChange);
