import { isEmptyBlock } from '../../memo/content/is-empty-block.ts';
import type { Memo } from '../../memo/memo.ts';
import type { MemoBlock, MemoContent, MemoSection } from '../../memo/memo-content.ts';
import { isSent } from '../../memo/sent/sent-state.ts';
import type { Pad } from '../../pad/pad.ts';
import type { Signed } from '../../written-by.ts';
import type { CollectionName, Collections } from '../changes.ts';
import { mergeList } from './merge-list.ts';
import { mergeNote } from './merge-note.ts';
import { mergeSequences, type SequenceItem } from './merge-sequences.ts';
import {
  changedUnits,
  DELETION,
  differingPaths,
  type Fields,
  fieldsOf,
  isFirstTime,
  listRuleOf,
  recordOf,
  unitOf,
  WRITTEN_AT,
  WRITTEN_BY,
} from './record-fields.ts';

/** A field that both sides changed, each in its own way. */
export type FieldConflict = {
  /** e.g. `note`, or `head.title` for a field of a group. */
  readonly field: string;
  /** The value before, and the value of each side; `undefined` where a side has no such field. */
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
  /** The value kept for now, where it is not ours. */
  readonly kept?: 'theirs';
};

export type MergedRecord<C extends CollectionName> = {
  /** The changes of both sides; where they conflict, the value that mergeRecord keeps. */
  readonly record: Collections[C];
  readonly conflicts: readonly FieldConflict[];
};

/**
 * Merges two versions of one record. A field (or a unit of fields, see record-fields.ts) that one side left as in
 * `base` is taken from the other; one that both changed to the same value has that value; of a list that both
 * changed, the items are merged, and of the text of a memo the blocks; of two times at which a task was made or
 * finished the earlier is kept. Anything else that both changed is a conflict, in which ours is kept. For the text
 * of a memo, `ours` and `theirs` of a conflict are each a complete text to choose, with everything that is not
 * contested. Without a base (null: both sides have added it) every difference is a conflict except in a list,
 * which has the items of both.
 *
 * A scratch pad has what either side has written in it (see merge-note.ts), and no contested field.
 *
 * A deletion conflicts with any change of the other side, which would otherwise go into the trash unseen. A memo
 * that one side has sent conflicts with any change that the other has made to it since; the sent version is kept,
 * whoever sent it.
 */
export const mergeRecord = <C extends CollectionName>(
  collection: C,
  base: Collections[C] | null,
  ours: Collections[C],
  theirs: Collections[C],
): MergedRecord<C> => {
  const sides: Sides = {
    collection,
    base: base === null ? null : fieldsOf(collection, base),
    ours: sideOf(collection, base, ours),
    theirs: sideOf(collection, base, theirs),
  };
  const merged = new Map(sides.ours.fields);
  const conflicts: FieldConflict[] = [];
  const deletion = hidesChange(sides.ours, sides.theirs) ? DELETION : null;
  const sent = sentSide(sides);
  for (const path of differingPaths(sides.ours.fields, sides.theirs.fields)) {
    const unit = unitOf(collection, path);
    const mergedField = unit === deletion ? contested(sides, path) : mergeField(sides, path, unit, sent);
    take(merged, path, mergedField.kept);
    if (mergedField.conflict !== null) conflicts.push(mergedField.conflict);
  }
  const last = lastWritten(base, ours, theirs);
  merged.set(WRITTEN_AT, last.updatedAt);
  take(merged, WRITTEN_BY, last.by);
  return { record: recordOf(collection, merged), conflicts };
};

/** A record as one side has it, and what that side has changed; all of it where there is no base. */
type Side = {
  readonly fields: Fields;
  readonly hasChanged: (unit: string) => boolean;
  readonly hasChangedAny: boolean;
};

type Sides = {
  readonly collection: CollectionName;
  readonly base: Fields | null;
  readonly ours: Side;
  readonly theirs: Side;
};

type MergedField = { readonly kept: unknown; readonly conflict: FieldConflict | null };

const sideOf = <C extends CollectionName>(
  collection: C,
  base: Collections[C] | null,
  record: Collections[C],
): Side => {
  const fields = fieldsOf(collection, record);
  if (base === null) return { fields, hasChanged: () => true, hasChangedAny: true };
  const units = changedUnits(collection, base, record);
  return { fields, hasChanged: (unit) => units.has(unit), hasChangedAny: units.size > 0 };
};

const take = (merged: Map<string, unknown>, path: string, value: unknown): void => {
  if (value === undefined) merged.delete(path);
  else merged.set(path, value);
};

/** The field at `path`, in which the sides differ. */
const mergeField = (sides: Sides, path: string, unit: string, sent: SentSide): MergedField => {
  const { ours, theirs } = sides;
  if (sent !== null && sides[otherOf(sent)].hasChanged(unit)) return contested(sides, path, sent);
  if (!theirs.hasChanged(unit)) return { kept: ours.fields.get(path), conflict: null };
  if (!ours.hasChanged(unit)) return { kept: theirs.fields.get(path), conflict: null };
  return (
    mergeItems(sides, path) ??
    mergeText(sides, path) ??
    mergePad(sides, path) ??
    mergeTimes(sides, path) ??
    contested(sides, path)
  );
};

const contested = (sides: Sides, path: string, kept: 'ours' | 'theirs' = 'ours'): MergedField => {
  const [ours, theirs] = [sides.ours.fields.get(path), sides.theirs.fields.get(path)];
  const conflict = { field: path, base: sides.base?.get(path), ours, theirs };
  if (kept === 'ours') return { kept: ours, conflict };
  return { kept: theirs, conflict: { ...conflict, kept } };
};

const mergeItems = ({ collection, base, ours, theirs }: Sides, path: string): MergedField | null => {
  const rule = listRuleOf(collection, path);
  if (rule === null) return null;
  const listIn = (fields: Fields) => (fields.get(path) ?? []) as readonly unknown[];
  const before = base === null ? null : listIn(base);
  const kept = mergeList(before, listIn(ours.fields), listIn(theirs.fields), rule);
  return kept === null ? null : { kept, conflict: null };
};

type MergedContent = {
  /** The document with everything that either side changed; where both changed one block, with our version. */
  readonly ours: MemoContent;
  /** The same document, with their version there. */
  readonly theirs: MemoContent;
  readonly isContested: boolean;
};

/**
 * Merges the text of a memo by sections and blocks: a block or a heading that one side changed since `base` is
 * taken from it. Where both changed one block, the result is two documents to choose from, each complete and each
 * with all other changes of both sides. Null where no such document can be made, because a judgement would be in
 * it twice.
 */
const mergeMemoContent = (
  base: MemoContent,
  ours: MemoContent,
  theirs: MemoContent,
): MergedContent | null => {
  const merged = mergeSequences(partsOf(base), partsOf(ours), partsOf(theirs));
  const content = { ours: contentOf(merged.ours), theirs: contentOf(merged.theirs) };
  if (hasRepeatedJudgement(content.ours) || hasRepeatedJudgement(content.theirs)) return null;
  return { ...content, isContested: merged.isContested };
};

/** A document as one sequence: a section precedes its blocks. */
type Part =
  | { readonly heads: MemoSection['attrs']; readonly block?: never }
  | { readonly block: MemoBlock; readonly heads?: never };

const partsOf = ({ content }: MemoContent): readonly SequenceItem<Part>[] =>
  content.flatMap(({ attrs, content: blocks }) => [
    itemOf({ heads: attrs }),
    ...blocks.map((block) => itemOf({ block })),
  ]);

/** The empty paragraph in which a section waits to be written. */
const isFiller = ({ block }: Part): boolean => block?.type === 'paragraph' && isEmptyBlock(block);

const itemOf = (item: Part): SequenceItem<Part> => ({
  key: JSON.stringify(item),
  item,
  isFiller: isFiller(item),
  isHead: item.heads !== undefined,
});

/** The first part of a document is a section, in each of its versions and so in their merge. */
const contentOf = (parts: readonly Part[]): MemoContent => {
  const sections: MemoSection[] = [];
  for (const { heads, block } of parts) {
    if (heads !== undefined) sections.push({ type: 'section', attrs: heads, content: [] });
    else sections.at(-1)?.content.push(block);
  }
  const filled = sections.map((section) =>
    section.content.length > 0 ? section : { ...section, content: [{ type: 'paragraph' as const }] },
  );
  return { type: 'doc', content: filled };
};

const hasRepeatedJudgement = (content: MemoContent): boolean => {
  const ids = content.content.flatMap((section) => section.content.flatMap(judgementIdsIn));
  return new Set(ids).size < ids.length;
};

const judgementIdsIn = (block: MemoBlock): readonly string[] => {
  if (block.type === 'judgement') return [block.attrs.id];
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return [];
  return block.content.flatMap((item) => item.content.flatMap(judgementIdsIn));
};

const mergeText = ({ collection, base, ours, theirs }: Sides, path: string): MergedField | null => {
  if (collection !== 'memo' || path !== 'content' || base === null) return null;
  const textIn = (fields: Fields) => fields.get(path) as MemoContent;
  const merged = mergeMemoContent(textIn(base), textIn(ours.fields), textIn(theirs.fields));
  if (merged === null) return null;
  const conflict = { field: path, base: base.get(path), ours: merged.ours, theirs: merged.theirs };
  return { kept: merged.ours, conflict: merged.isContested ? conflict : null };
};

const mergeTimes = ({ collection, ours, theirs }: Sides, path: string): MergedField | null => {
  const [one, other] = [ours.fields.get(path), theirs.fields.get(path)];
  const areTimes = isFirstTime(collection, path) && typeof one === 'string' && typeof other === 'string';
  return areTimes ? { kept: [one, other].toSorted()[0], conflict: null } : null;
};

const mergePad = ({ collection, base, ours, theirs }: Sides, path: string): MergedField | null => {
  if (collection !== 'pads' || path !== 'note') return null;
  const noteIn = (fields: Fields | null) => (fields?.get(path) ?? null) as Pad['note'];
  return { kept: mergeNote(noteIn(base), noteIn(ours.fields), noteIn(theirs.fields)), conflict: null };
};

type SentSide = 'ours' | 'theirs' | null;

const otherOf = (side: 'ours' | 'theirs'): 'ours' | 'theirs' => (side === 'ours' ? 'theirs' : 'ours');

/** The side that has sent the memo which was not sent in the base; ours where both have. */
const sentSide = ({ collection, base, ours, theirs }: Sides): SentSide => {
  if (collection !== 'memo') return null;
  const isSentIn = (fields: Fields) => isSent({ state: fields.get('state') as Memo['state'] });
  if (base !== null && isSentIn(base)) return null;
  if (isSentIn(ours.fields)) return 'ours';
  return isSentIn(theirs.fields) ? 'theirs' : null;
};

/** Whether one side has deleted what the other has changed. */
const hidesChange = (ours: Side, theirs: Side): boolean =>
  deletesAgainst(ours, theirs) || deletesAgainst(theirs, ours);

const deletesAgainst = (side: Side, other: Side): boolean =>
  side.hasChanged(DELETION) &&
  !other.hasChanged(DELETION) &&
  other.hasChangedAny &&
  (side.fields.get(DELETION) ?? null) !== null;

type Written = Signed & { readonly updatedAt: string };

/** The side that was written later; where one side has not written since the base, the other. */
const lastWritten = (base: Written | null, ours: Written, theirs: Written): Written => {
  if (ours.updatedAt === base?.updatedAt) return theirs;
  if (theirs.updatedAt === base?.updatedAt) return ours;
  return writingOf(ours) < writingOf(theirs) ? theirs : ours;
};

/** Of two names at one moment, either side has to choose the same. */
const writingOf = ({ updatedAt, by = '' }: Written): string => `${updatedAt} ${by}`;
