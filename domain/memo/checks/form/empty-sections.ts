import { isEmptyBlock } from '../../content/is-empty-block.ts';
import type { MemoSection } from '../../memo-content.ts';
import type { Found } from '../finding.ts';
import { listWords } from '../name-all.ts';
import type { Rule } from '../rule.ts';

/** Whether the section is left out where it is empty; of one that the form asks for another rule tells. */
const isLeftOut = ({ guide }: MemoSection['attrs']): boolean =>
  guide === undefined || (guide.whenEmpty === '' && !guide.isRequired);

/** Sections that say nothing, all in one: most are empty while a memo is written, so they are told at its end. */
export const emptySections: Rule = {
  level: 'hint',
  told: 'at-export',
  check: ({ memo }): readonly Found[] => {
    const headings = memo.content.content
      .filter(({ attrs, content: blocks }) => isLeftOut(attrs) && blocks.every(isEmptyBlock))
      .map(({ attrs }) => attrs.heading);
    const [first] = headings;
    if (first === undefined) return [];
    const named = listWords(headings.map((heading) => `“${heading}”`));
    return [
      {
        place: { kind: 'section', heading: first },
        message: `${named} ${headings.length === 1 ? 'is' : 'are'} empty and will not be printed.`,
        subject: named,
      },
    ];
  },
};
