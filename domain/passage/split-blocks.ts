import type { Steps } from '../steps.ts';
import { foldedTypography } from './folded-typography.ts';

/** A sentence, or a line that holds none: without the white space around it. UTF-16. */
export type Block = {
  readonly start: number;
  readonly end: number;
  /** Its words in folded typography: blocks of the same key say the same. */
  readonly key: string;
};

/** The end of a sentence or of a line. A sentence cut too soon does no harm: both texts are cut alike. */
const blockEnd = /[.!?…][”’"'»)\]]*\s+|[。！？؟۔।]+[”’"'»)\]」』]*|\n/gu;

/** Blocks of a step: some two milliseconds. */
const BLOCKS_A_STEP = 256;

const blockIn = (text: string, from: number, to: number): Block | null => {
  const raw = text.slice(from, to);
  const words = raw.trim();
  if (words === '') return null;
  const start = from + raw.indexOf(words);
  return { start, end: start + words.length, key: foldedTypography(words) };
};

/** The blocks of `text`, in order. Linear. */
export function* splitBlocks(text: string): Steps<readonly Block[]> {
  const blocks: Block[] = [];
  let from = 0;
  for (const { 0: end, index } of text.matchAll(blockEnd)) {
    const block = blockIn(text, from, index + end.length);
    from = index + end.length;
    if (block === null) continue;
    blocks.push(block);
    if (blocks.length % BLOCKS_A_STEP === 0) yield;
  }
  const last = blockIn(text, from, text.length);
  return last === null ? blocks : [...blocks, last];
}
