import { isEmptyBlock } from '../../../memo/content/is-empty-block.ts';
import type { MemoBlock, MemoContent, MemoSection } from '../../../memo/memo-content.ts';
import { mergeSequences, type SequenceItem } from './merge-sequences.ts';

export type MergedContent = {
  /** The document with all that either side changed; where both changed one block, with what ours says. */
  readonly ours: MemoContent;
  /** The same document, with what theirs says there. */
  readonly theirs: MemoContent;
  readonly isContested: boolean;
};

/**
 * The text of a memo as two sides have made it of `base`, by sections and blocks: a block or a heading that one side
 * changed is taken from it. Where both changed one block, the answer is two documents to choose from, each whole and
 * each with everything else that either side has written. Null where no such document can be made, because a
 * judgement would stand in it twice.
 */
export const mergeMemoContent = (
  base: MemoContent,
  ours: MemoContent,
  theirs: MemoContent,
): MergedContent | null => {
  const merged = mergeSequences(partsOf(base), partsOf(ours), partsOf(theirs));
  const content = { ours: contentOf(merged.ours), theirs: contentOf(merged.theirs) };
  if (hasRepeatedJudgement(content.ours) || hasRepeatedJudgement(content.theirs)) return null;
  return { ...content, isContested: merged.isContested };
};

/** A document as one sequence: a section stands before its blocks. */
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
