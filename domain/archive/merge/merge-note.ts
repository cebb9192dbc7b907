import { type NoteBlock, noteBlockKey, type RichText } from '../../rich-text.ts';
import { alignKeys } from '../../text/sequences/align-keys.ts';
import { mergeSequences, type SequenceItem } from './merge-sequences.ts';

/**
 * Merges a note by paragraphs and list items: it includes what either side has changed, added or deleted since
 * `base`. A paragraph that both changed is included in both versions, one after the other, and so is one that one
 * side has changed and the other deleted: in private notes, a line too many is no loss. Without a base (null) all
 * paragraphs of both are included once. The result does not depend on which side is ours.
 */
export const mergeNote = (
  base: RichText | null,
  ours: RichText | null,
  theirs: RichText | null,
): RichText | null => {
  const [one, other] = [partsOf(ours), partsOf(theirs)];
  if (base === null) return noteOf(unite(one, other));
  const merged = mergeSequences(partsOf(base), one, other);
  return noteOf(merged.isContested ? unite(merged.ours.map(itemOf), merged.theirs.map(itemOf)) : merged.ours);
};

type ListType = Exclude<NoteBlock['type'], 'paragraph'>;
/** A paragraph, or one item of a list. */
type Part = { readonly in: ListType | null; readonly blocks: NoteBlock[] };
type Parts = readonly SequenceItem<Part>[];

const partsOf = (note: RichText | null): Parts =>
  (note?.content ?? []).flatMap((block) =>
    block.type === 'paragraph'
      ? [itemOf({ in: null, blocks: [block] })]
      : block.content.map(({ content }) => itemOf({ in: block.type, blocks: content })),
  );

const itemOf = (item: Part): SequenceItem<Part> => ({
  key: JSON.stringify([item.in, item.blocks.map(noteBlockKey)]),
  item,
  isFiller: item.in === null && item.blocks.every((block) => (block.content ?? []).length === 0),
  isHead: false,
});

/**
 * Both, as additions to what they have in common; of two things at one place, the same comes first on either machine.
 */
const unite = (a: Parts, b: Parts): readonly Part[] => {
  const [one, other] = JSON.stringify(keysOf(a)) <= JSON.stringify(keysOf(b)) ? [a, b] : [b, a];
  const matched = alignKeys(keysOf(one), keysOf(other));
  return mergeSequences(
    one.filter((_, at) => matched[at] !== -1),
    one,
    other,
  ).ours;
};

const keysOf = (parts: Parts): readonly string[] => parts.map(({ key }) => key);

/** Items of one kind of list that follow each other are one list. Null where nothing is left. */
const noteOf = (parts: readonly Part[]): RichText | null => {
  const content: NoteBlock[] = [];
  for (const { in: list, blocks } of parts) {
    const last = content.at(-1);
    if (list === null) content.push(...blocks);
    else if (last?.type === list) last.content.push({ type: 'listItem', content: blocks });
    else content.push({ type: list, content: [{ type: 'listItem', content: blocks }] });
  }
  return content.length === 0 ? null : { type: 'doc', content };
};
