import { isEmptyBlock } from '../../content/is-empty-block.ts';
import type { Rule } from '../rule.ts';

/** Sections that the form asks for and that say nothing, each on its own: told at the end, as the memo is exported. */
export const requiredSections: Rule = {
  level: 'warning',
  told: 'at-export',
  check: ({ memo }) =>
    memo.content.content
      .filter(({ attrs, content }) => attrs.guide?.isRequired === true && content.every(isEmptyBlock))
      .map(({ attrs: { heading } }) => ({
        place: { kind: 'section', heading },
        message: `The form asks for “${heading}”, which is empty.`,
        subject: heading,
      })),
};
