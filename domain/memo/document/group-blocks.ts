import type { DocumentBlock, JudgementBlock } from '../memo-document.ts';

/** Judgements that follow each other are one list with their own numbers. */
export type BlockGroup =
  | Exclude<DocumentBlock, JudgementBlock>
  | { readonly kind: 'judgements'; readonly items: readonly JudgementBlock[] };

/** The blocks in their order, with judgements that follow each other as one. */
export const groupBlocks = (blocks: readonly DocumentBlock[]): readonly BlockGroup[] => {
  const groups: BlockGroup[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind !== 'judgement') groups.push(block);
    else if (last?.kind === 'judgements')
      groups[groups.length - 1] = { ...last, items: [...last.items, block] };
    else groups.push({ kind: 'judgements', items: [block] });
  }
  return groups;
};
