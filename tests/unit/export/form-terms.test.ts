/** A form's own words for the doctrine's terms, in each format. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLexiconNote } from '#domain/memo/likelihood/read-lexicon-note.ts';
import { readRemarks } from '#domain/memo/round/returned/read-remarks.ts';
import { termsWith } from '#domain/tradecraft/own-terms.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { docxPart } from '../../support/files/read-docx.ts';
import { checkPdf, pdfText } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { EditedDocx } from '../../support/memo/edit-docx.ts';
import { createTestCompiler } from '../../support/memo/print-memo.ts';
import { trialMemo } from '../../support/memo/return-trials.ts';
import { germanTerms } from '../../support/texts/german-terms.ts';
import { languageMemo } from '../../support/texts/language-memo.ts';

const compile = createTestCompiler();
let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const terms = {
  ...germanTerms,
  reliability: {
    ...{ A: 'zuverlässig', B: 'meist zuverlässig', C: 'ziemlich zuverlässig', D: 'meist nicht zuverlässig' },
    ...{ E: 'unzuverlässig', F: 'Zuverlässigkeit nicht beurteilbar' },
  },
};
const memo = languageMemo('de', {}, terms);
const documentOf = (html: string): Document => new JSDOM(html).window.document;
const spaced = (text: string): string => text.replaceAll(/[\s\u2066-\u2069]+/gu, ' ');

describe('a memo whose form words the terms', () => {
  it('says them in every format, each with the range of the standard', async () => {
    const html = documentOf(writeMemoHtml(memo)).body.textContent ?? '';
    const docx = docxPart(await writeMemoDocx(memo, 'a4'), 'word/document.xml').replaceAll(/<[^>]*>/gu, '');
    const texts = { html, docx, md: writeMemoMarkdown(memo), txt: writeMemoText(memo) };
    for (const [format, text] of Object.entries(texts)) {
      expect(spaced(text), format).toMatch(/sehr wahrscheinlich = 80–95 % \(ICD 203\)/u);
      expect(spaced(text), format).toMatch(/Sehr wahrscheinlich:/u);
      expect(spaced(text), format).toMatch(/Konfidenz:\*? mäßig/u);
      expect(spaced(text), format).toContain('sehr wahrscheinlich = very likely.');
      expect(spaced(text), format).toContain('meist zuverlässig');
      expect(spaced(text), format).not.toMatch(/usually reliable/iu);
    }
  });

  it('prints them in a sound PDF, the scale too', async () => {
    const file = join(folder, 'terms.pdf');
    const made = makeMemoPdf(compile, memo, { paper: 'a4', glyphs: 'refuse' });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    await writeFile(file, made.value.pdf);
    await checkPdf(file);
    const text = spaced(await pdfText(file));
    expect(text).toContain('meist zuverlässig');
    expect(text).toMatch(/gut wie ausgeschlossen/u);
    expect(text).not.toMatch(/almost certain|usually reliable/iu);
  });

  it('says of the doctrine alone that it is English', () => {
    const tagged = [...documentOf(writeMemoHtml(memo)).querySelectorAll('[lang^=en]')].map(
      (each) => each.textContent,
    );
    expect(tagged).toContain('very likely');
    expect(tagged.filter((text) => /wahrscheinlich|zuverlässig|mäßig/iu.test(text ?? ''))).toEqual([]);
  });

  it('draws the scale from its own note', () => {
    const scale = readLexiconNote(memo.lexiconNote ?? '', termsWith(terms, 'de'));
    expect(
      scale?.bands.map(({ printed, wordings, isUsed }) => [printed, ...wordings, isUsed]),
    ).toContainEqual(['80 to 95 %', 'sehr wahrscheinlich', true]);
    expect(scale?.isMixed).toBe(false);
  });

  it('comes back from reviewers with their words, and without its own', async () => {
    const importer = await createJsdomImporter();
    const { document, content } = trialMemo(2, germanTerms);
    const bytes = await writeMemoDocx(document, 'a4');
    const docx = new EditedDocx(bytes, 'word');
    const judged = docx.paragraph('Eine erste Liste');
    expect(judged.textContent).toContain('Wahrscheinlich: Eine erste Liste nennt');
    const who = { by: 'J. Miller', at: '2024-04-25T09:00:00Z' };
    docx.replace(judged, 'erste', 'zweite', who);
    docx.replace(judged, 'Wahrscheinlich:', 'Sicher:', who);
    const [base, edited] = [
      await importer.readReviewed({ reviewed: bytes }),
      await importer.readReviewed({ reviewed: docx.save() }),
    ];
    await importer.close();
    if (!base.ok || !edited.ok) throw new Error('the file can be read');
    const { suggestions } = readRemarks({ base: base.value, document, content, isExact: true }, edited.value);
    expect(suggestions.map(({ change, refusal }) => [change.kind, refusal?.why ?? null])).toEqual([
      ['words', 'printed'],
      ['words', null],
    ]);
  });
});
