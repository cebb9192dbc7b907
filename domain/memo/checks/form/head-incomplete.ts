import type { Rule } from '../rule.ts';

/** Lines of the head that say nothing. */
export const headIncomplete: Rule = {
  level: 'warning',
  check: ({ memo: { head } }) =>
    (['for', 'from'] as const)
      .filter((field) => head[field].trim() === '')
      .map((field) => ({
        place: { kind: 'head', field },
        message: `“${field === 'for' ? 'For' : 'From'}” is empty.`,
        subject: field,
      })),
};
