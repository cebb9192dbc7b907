import { describe, expect, it } from 'vitest';
import { resolveCitations } from '#domain/memo/citations/resolve-citations.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { printPassage, printQuotes } from '#domain/memo/verbatim/print-quote.ts';
import { nestQuotationMarks } from '#domain/text/quotation-marks.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../support/memo/written-article.ts';
import { cite, paragraph, section, writeMemo } from '../../../support/memo/written-memo.ts';

const interrupted = writeArticle(
  ['“We wait,” an official said. “They have not stopped.”'],
  [['We wait', 'They have not stopped.']],
);
const ofTwo = writeArticle(
  ['“We wait here,” said Roe. “They have not stopped,” said Doe.'],
  [['We wait here', 'They have not stopped']],
);

const memoOn = (article: WrittenArticle) =>
  writeMemo([section('analysis', 'Analysis', paragraph(cite(article, 0, 'whole')))]);

const onChip = (article: WrittenArticle): string | undefined =>
  resolveCitations(memoOn(article).content, materialOf([article]))[0]?.printed;

const inDocument = (article: WrittenArticle): string =>
  buildMemoDocument(memoOn(article), materialOf([article]))
    .sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
    .map((run) => ('text' in run ? run.text : ''))
    .join('');

describe('a printed quotation', () => {
  it.each([
    ['of one speaker who was interrupted', interrupted, '“We wait […] They have not stopped.”'],
    ['of two speakers', ofTwo, '“We wait here” […] “They have not stopped”'],
  ])('%s stands on its chip as in the document', (_, article, printed) => {
    expect(onChip(article)).toBe(printed);
    expect(inDocument(article)).toBe(printed);
  });

  it('has marks around each part where no source shows that they are one', () => {
    expect(interrupted.passages.map((passage) => printPassage(passage))).toEqual([
      '“We wait” […] “They have not stopped.”',
    ]);
  });

  it('never doubles its marks: those within change level, and its own serve as ours', () => {
    expect(printQuotes(['“We see… base,” Blinken said.'])).toBe('“‘We see… base,’ Blinken said.”');
    expect(printQuotes(['“We see it.”'])).toBe('“We see it.”');
    expect(printQuotes(['We see it'])).toBe('“We see it”');
    expect(printQuotes(['He said “no”', 'and “yes”'])).toBe(
      `“${nestQuotationMarks('He said “no”')}” […] “${nestQuotationMarks('and “yes”')}”`,
    );
  });

  it('says where its source has a picture', () => {
    expect(printQuotes(['Before \uFFFC after'])).toBe('“Before [image] after”');
  });
});
