import { isEmptyBlock } from '../content/is-empty-block.ts';
import type { MemoContent, MemoParagraph } from '../memo-content.ts';
import { englishWords } from '../print/printed-words.ts';

/**
 * Returns `content` with the statement at the end of its section for the source summary, which is added at the end
 * where there is none. Existing text stays; empty lines of that section are removed.
 */
export const appendSummary = (
  content: MemoContent,
  statement: readonly MemoParagraph[],
  { summary } = englishWords,
): MemoContent => {
  const at = content.content.findIndex(({ attrs }) => attrs.role === 'source-summary');
  const section = content.content[at];
  if (section === undefined) {
    const attrs = { role: 'source-summary', heading: summary.heading } as const;
    return { ...content, content: [...content.content, { type: 'section', attrs, content: [...statement] }] };
  }
  const written = section.content.filter((block) => !isEmptyBlock(block));
  return {
    ...content,
    content: content.content.with(at, { ...section, content: [...written, ...statement] }),
  };
};
