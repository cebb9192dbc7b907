import { describe, expect, it } from 'vitest';
import { compareSnapshots } from '#domain/memo/compare-snapshots.ts';
import { comparisonSheet } from '#domain/memo/snapshot/print-comparison.ts';
import { createTableWriter } from '#electron/export/write-table.ts';
import { docxPart } from '../../support/files/read-docx.ts';
import { sampleSnapshot } from '../../support/memo/memo-snapshots.ts';
import { materialOf } from '../../support/memo/written-article.ts';
import { judgement, paragraph, section, writeMemo } from '../../support/memo/written-memo.ts';
import { succeed } from '../../support/workbench/results.ts';

const rises = judgement(['The port stays shut.'], { likelihood: 'likely', confidence: 'low' });
const risen = { ...rises, attrs: { ...rises.attrs, likelihood: 'very-likely' } };
const memo = (words: string, judged: typeof rises) =>
  writeMemo([
    section('key-judgements', 'Key judgements', judged),
    section('background', 'Background', paragraph(words)),
  ]);
const before = sampleSnapshot(memo('Forty ships were turned back.', rises), materialOf([]));
const after = sampleSnapshot(memo('Fifty ships were turned back.', risen), materialOf([]));

describe('a comparison that is handed over', () => {
  const sheet = comparisonSheet(compareSnapshots(before, after), {
    old: before.document,
    fresh: after.document,
    names: ['24 April', 'As it is now'],
  });

  it('has the changes of judgements, then those of the text', async () => {
    const csv = new TextDecoder().decode(succeed(await createTableWriter()(sheet, 'csv')));
    expect(csv).toContain('Judgement 1');
    expect(csv).toMatch(/\{\+very\+\} likely; low confidence/u);
    expect(sheet.facts).toContain('Was: 24 April');
  });

  it('marks them in HTML and Word', async () => {
    const html = new TextDecoder().decode(succeed(await createTableWriter()(sheet, 'html')));
    expect(html).toMatch(/<ins>very <\/ins>likely/u);
    const docx = docxPart(succeed(await createTableWriter()(sheet, 'docx')), 'word/document.xml');
    expect(docx).toMatch(/<w:u w:val="single"\/>[\s\S]{0,120}very /u);
    expect(docx).toMatch(/<w:strike\/>/u);
  });

  it('is marked as the higher of the two', () => {
    const label = (text: string) => ({ text, textColour: '#fff', background: '#000', disclosure: null });
    const document = before.document;
    const marked = (old: string, fresh: string) =>
      comparisonSheet(compareSnapshots(before, after), {
        old: { ...document, marking: label(old) },
        fresh: { ...document, marking: label(fresh) },
        names: ['', ''],
      });
    expect(marked('TLP:RED', 'TLP:GREEN').marking?.text).toBe('TLP:RED');
    expect(marked('TLP:GREEN', 'TLP:AMBER').marking?.text).toBe('TLP:AMBER');
    expect(marked('DESK ONLY', 'TLP:AMBER')).toMatchObject({
      marking: { text: 'TLP:AMBER' },
      restrictions: 'DESK ONLY',
    });
  });
});
