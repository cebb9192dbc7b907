import { requirableFields } from '../../form/form.ts';
import type { Rule } from '../rule.ts';

/** Lines of the head that say nothing, of those that the form asks for. */
export const headIncomplete: Rule = {
  level: 'warning',
  check: ({ memo: { head }, material }) =>
    (material.form?.requiredFields ?? requirableFields)
      .filter((field) => head[field].trim() === '')
      .map((field) => ({
        place: { kind: 'head', field },
        message: `“${field === 'for' ? 'For' : 'From'}” is empty.`,
        subject: field,
      })),
};
