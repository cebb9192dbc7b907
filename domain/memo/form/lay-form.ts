import type { JudgementId } from '../../ids.ts';
import { emptyJudgement } from '../empty-judgement.ts';
import type { MemoBlock, MemoContent } from '../memo-content.ts';
import type { Form, FormSection } from './form.ts';

const firstBlock = ({ startsWith }: FormSection): MemoBlock =>
  startsWith === ''
    ? { type: 'paragraph' }
    : { type: 'paragraph', content: [{ type: 'text', text: startsWith }] };

/**
 * The content of a memo that begins in `form`: each of its sections, empty but for what the form begins with. The first
 * section of judgements has an empty one.
 */
export const layForm = ({ sections }: Form, judgementId: JudgementId): MemoContent => {
  const judged = sections.findIndex(({ role, startsWith }) => role === 'key-judgements' && startsWith === '');
  return {
    type: 'doc',
    content: sections.map((section, at) => {
      const { role, heading, prompt, whenEmpty, isRequired } = section;
      return {
        type: 'section',
        attrs: { role, heading, guide: { prompt, whenEmpty, isRequired } },
        content: [
          at === judged ? { type: 'judgement', attrs: emptyJudgement(judgementId) } : firstBlock(section),
        ],
      };
    }),
  };
};
