import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { Direction } from '#domain/memo/memo-document.ts';
import type { CheckedBlock } from './cut-blocks.ts';

/** Enough to tell the direction of a text by; as many characters as the reader looks at. */
const MAX_CHARACTERS = 200;
const MAX_BLOCKS = 20;

/** The direction in which the reader will set the text: that of its language and of its first blocks that stay in it. */
export const directionOfBlocks = (blocks: readonly CheckedBlock[], language: string | null): Direction => {
  const first = blocks.filter(({ isLeftOut }) => !isLeftOut).slice(0, MAX_BLOCKS);
  const text = canonicalText({ type: 'doc', content: first.map(({ block }) => block) });
  return textDirection(text.slice(0, MAX_CHARACTERS), language);
};
