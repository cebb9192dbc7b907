import type { MemoTemplate } from '../memo.ts';
import type { Form } from './form.ts';

/** Of the forms whose name is none that a reader would know. */
const kinds: Partial<Readonly<Record<MemoTemplate, string>>> = {
  bluf: 'Briefing memo',
  sitrep: 'Situation report',
  blank: 'Memo',
};

/** What a memo is called on paper, after its form; of a form that can't be read any more, a memo. */
export const printKind = (template: MemoTemplate, form: Form | undefined): string =>
  kinds[template] ?? form?.name ?? 'Memo';
