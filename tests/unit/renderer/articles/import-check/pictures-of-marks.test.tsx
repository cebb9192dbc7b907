// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import { draftIdSchema } from '#domain/ids.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import { ImportCheck } from '#renderer/articles/import-check/ImportCheck.tsx';
import { forgetCheck } from '#renderer/articles/import-check/use-steps.ts';
import { installScriptedBridge, type ScriptedBridge } from '../../bridge/scripted-bridge.ts';

const mark = (kind: PdfMark['kind']): PdfMark => ({
  ...{ kind, page: 3, boxes: [[1000, 1000, 2000, 1100]], words: '' },
  ...{ note: '', writer: null, at: null, colour: null },
});
const draft: ImportDraft = {
  draftId: draftIdSchema.parse('0190f000-0000-7000-8000-000000000001'),
  ...{ hidden: [], leftOut: [], duplicates: [], remarks: [], attachments: [] },
  ...{ format: 'pdf', originalName: 'envoy.pdf', encoding: null, found: {}, marking: null },
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The envoy travels.' }] }],
  },
  bibliography: unknownBibliography,
  previousVersionId: null,
  marks: [mark('note'), mark('drawing'), mark('caret')],
};

let main: ScriptedBridge;
beforeEach(() => {
  main = installScriptedBridge();
  main.answer('source:list', () => ({ ok: true, value: [] }));
  main.answer('article:bylines', () => ({ ok: true, value: [] }));
  main.answer('import:drafts', () => ({ ok: true, value: [draft] }));
  forgetCheck(draft);
});
afterEach(cleanup);

it('marks that words do not tell have a picture of their place, and no other is drawn', async () => {
  const asked: unknown[] = [];
  main.answer('import:draw-marks', (input) => {
    asked.push(input);
    return { ok: true, value: [{ at: 1, address: 'data:image/png;base64,Bw==' }] };
  });
  render(<ImportCheck draftId={draft.draftId} />);
  const picture = await screen.findByRole<HTMLImageElement>('img', { name: 'The marked part of page 3' });
  expect(picture.src).toBe('data:image/png;base64,Bw==');
  expect(asked).toEqual([{ draftId: draft.draftId, at: [1] }]);
  expect(screen.getAllByRole('img')).toHaveLength(1);
});
