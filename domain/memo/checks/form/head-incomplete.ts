import type { Form } from '../../form/form.ts';
import type { MemoHead } from '../../memo.ts';
import type { Rule } from '../rule.ts';

type Field = Form['requiredFields'][number];

const names: Readonly<Record<Field, string>> = { for: 'For', from: 'From', period: 'Period' };

/** Of a memo whose form can't be read. */
const usualFields: readonly Field[] = ['for', 'from'];

const saysNothing = (head: MemoHead, field: Field): boolean =>
  field === 'period' ? head.period === undefined : head[field].trim() === '';

/** Lines of the head that say nothing, of those that the form asks for. */
export const headIncomplete: Rule = {
  level: 'warning',
  check: ({ memo: { head }, material }) =>
    (material.form?.requiredFields ?? usualFields)
      .filter((field) => saysNothing(head, field))
      .map((field) => ({
        place: { kind: 'head', field },
        message: `“${names[field]}” is empty.`,
        subject: field,
      })),
};
