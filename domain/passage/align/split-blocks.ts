import { foldedTypography } from '../typography/folded-typography.ts';

/** A sentence, or a line that holds none: without the white space around it. UTF-16. */
export type Block = {
  readonly start: number;
  readonly end: number;
  /** Its words in folded typography: blocks of the same key say the same. */
  readonly key: string;
};

/** The end of a sentence or of a line. A sentence cut too soon does no harm: both texts are cut alike. */
const blockEnd = /[.!?…][”’"'»)\]]*\s+|[。！？؟۔।]+[”’"'»)\]」』]*|\n/gu;

/** The blocks of `text`, in order. Linear. */
export const splitBlocks = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  const push = (from: number, to: number): void => {
    const raw = text.slice(from, to);
    const words = raw.trim();
    if (words === '') return;
    const start = from + raw.indexOf(words);
    blocks.push({ start, end: start + words.length, key: foldedTypography(words) });
  };
  let from = 0;
  for (const { 0: end, index } of text.matchAll(blockEnd)) {
    push(from, index + end.length);
    from = index + end.length;
  }
  push(from, text.length);
  return blocks;
};
