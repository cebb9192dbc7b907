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

const tracked = { by: 'J. Miller & Co', at: '2026-04-26T09:14:00.000Z' };

describe('a comparison that is handed over', () => {
  const sheet = comparisonSheet(compareSnapshots(before, after), {
    old: before.document,
    fresh: after.document,
    names: ['24 April', 'As it is now'],
    tracked,
  });

  it('has the changes of judgements, then those of the text', async () => {
    const csv = new TextDecoder().decode(succeed(await createTableWriter()(sheet, 'csv')));
    expect(csv).toContain('Judgement 1');
    expect(csv).toMatch(/\{\+very\+\} likely; low confidence/u);
    expect(sheet.facts).toContain('Was: 24 April');
  });

  it('marks them in HTML', async () => {
    const html = new TextDecoder().decode(succeed(await createTableWriter()(sheet, 'html')));
    expect(html).toMatch(/<ins>very <\/ins>likely/u);
    expect(html).toMatch(/<div class="wide" role="group" tabindex="0" aria-label="[^"]+"><table>/u);
  });

  it('tracks them in Word, by whoever wrote the newer version', async () => {
    const docx = docxPart(succeed(await createTableWriter()(sheet, 'docx')), 'word/document.xml');
    const by = 'w:author="J. Miller &amp; Co" w:date="2026-04-26T09:14:00.000Z"';
    expect(docx).toMatch(
      new RegExp(`<w:ins w:id="\\d+" ${by}><w:r>(?:(?!</w:r>).)*<w:t[^>]*>very </w:t></w:r></w:ins>`, 'u'),
    );
    expect(docx).toMatch(
      new RegExp(
        `<w:del w:id="\\d+" ${by}><w:r>(?:(?!</w:r>).)*<w:delText[^>]*>Forty </w:delText></w:r></w:del>`,
        'u',
      ),
    );
    const ids = [...docx.matchAll(/<w:(?:ins|del) w:id="(\d+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tracks a paragraph that one version lacks as a row, and an end of a line as one', async () => {
    const longer = sampleSnapshot(
      writeMemo([
        section('key-judgements', 'Key judgements', rises),
        section(
          'background',
          'Background',
          paragraph('Forty ships were turned back.'),
          paragraph('A new one.'),
        ),
      ]),
      materialOf([]),
    );
    const two = comparisonSheet(compareSnapshots(before, longer), {
      ...{ old: before.document, fresh: longer.document, names: ['', ''], tracked },
    });
    const docx = docxPart(succeed(await createTableWriter()(two, 'docx')), 'word/document.xml');
    const row = /<w:tr>(?:(?!<w:tr>).)*A new one\.(?:(?!<\/w:tr>).)*<\/w:tr>/u.exec(docx)?.[0] ?? '';
    expect(row).toMatch(/<w:trPr>.*<w:ins [^>]*\/><\/w:trPr>/u);
    expect(row.match(/<w:ins [^>]*><w:r>/gu)).toHaveLength(2);
    const lines = [
      { text: 'One.', kind: 'same' as const },
      { text: '\nTwo.', kind: 'new' as const },
    ];
    const ended = { ...sheet, rows: [['Head', lines]] };
    const paragraphs = docxPart(succeed(await createTableWriter()(ended, 'docx')), 'word/document.xml');
    expect(paragraphs).toMatch(
      /<w:pPr>(?:(?!<\/w:pPr>).)*<w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr><w:r>.{0,99}One\./u,
    );
  });

  it('is marked as the higher of the two', () => {
    const label = (text: string) => ({ text, textColour: '#fff', background: '#000', disclosure: null });
    const document = before.document;
    const marked = (old: string, fresh: string) =>
      comparisonSheet(compareSnapshots(before, after), {
        old: { ...document, marking: label(old) },
        fresh: { ...document, marking: label(fresh) },
        names: ['', ''],
        tracked,
      });
    expect(marked('TLP:RED', 'TLP:GREEN').marking?.text).toBe('TLP:RED');
    expect(marked('TLP:GREEN', 'TLP:AMBER').marking?.text).toBe('TLP:AMBER');
    expect(marked('DESK ONLY', 'TLP:AMBER')).toMatchObject({
      marking: { text: 'TLP:AMBER' },
      restrictions: 'DESK ONLY',
    });
  });
});
