import { describe, expect, it } from 'vitest';
import { blocksToName } from '#domain/memo/round/name-paragraphs.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { docxPart } from '../../../support/files/read-docx.ts';
import { reviewedDocument } from '../../../support/memo/reviewed-memo.ts';

const written = () => writeMemoDocx(reviewedDocument(), 'a4');
const withoutRound = () => {
  const document = reviewedDocument();
  return writeMemoDocx({ ...document, manifest: null }, 'a4');
};

/** The words of each paragraph of the body, by the bookmark around them; null of those without one. */
const paragraphsOf = (xml: string): readonly { readonly name: string | null; readonly text: string }[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([paragraph]) => ({
    name: /w:name="(_precis_\d+_\d+)"/u.exec(paragraph)?.[1] ?? null,
    text: [...paragraph.matchAll(/<w:t[ >][^<]*/gu)].map(([run]) => run.replace(/^<w:t[^>]*>/u, '')).join(''),
  }));

describe('the Word document for reviewers', () => {
  it('names every paragraph of every block, each once', async () => {
    const document = reviewedDocument();
    const named = paragraphsOf(docxPart(await written(), 'word/document.xml')).flatMap(({ name, text }) =>
      name === null ? [] : [{ name, text }],
    );
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
    const blocks = new Set(named.map(({ name }) => Number(name.split('_')[2])));
    expect([...blocks]).toEqual(blocksToName(document.sections).map((_, at) => at));
    expect(named.find(({ text }) => text.startsWith('Further names will'))?.name).toBe(
      `_precis_${blocks.size - 1}_0`,
    );
    expect(named.find(({ text }) => text.startsWith('Neither port'))).toBeDefined();
    expect(named.find(({ text }) => text === '2118')).toBeDefined();
  });

  it('has tracked changes switched on', async () => {
    expect(docxPart(await written(), 'word/settings.xml')).toContain('<w:trackRevisions');
    expect(docxPart(await withoutRound(), 'word/settings.xml')).not.toContain('trackRevisions');
  });

  it('locks the words of a source within a sentence, each citation, and the marking', async () => {
    const locked = (xml: string) =>
      [...xml.matchAll(/<w:sdt>.*?<\/w:sdt>/gsu)].flatMap(([control]) => {
        const alias = /w:alias w:val="([^"]+)"/u.exec(control)?.[1];
        return alias === undefined ? [] : [[alias, paragraphsOf(`<w:p>${control}</w:p>`)[0]?.text] as const];
      });
    const document = await written();
    expect(locked(docxPart(document, 'word/document.xml'))).toEqual([
      ['Citation', '\u00A0[1\u00A0¶1]'],
      ['Quotation', 'The port closed on Monday'],
      ['Citation', '\u00A0[1\u00A0¶1]'],
      ['Quotation', expect.stringContaining('We have named companies')],
    ]);
    for (const part of ['word/header1.xml', 'word/footer1.xml'])
      expect(locked(docxPart(document, part))).toEqual([['Marking', '\u00A0TLP:AMBER\u00A0']]);
  });

  it('locks the quotation, and no paragraph with a footnote', async () => {
    const xml = docxPart(await written(), 'word/document.xml');
    const locked = [...xml.matchAll(/<w:sdt>.*?<\/w:sdt>/gsu)].map(([control]) => control);
    const [quotation] = locked.filter(
      (control) => control.startsWith('<w:sdt>') && control.includes('<w:pStyle'),
    );
    expect(quotation).toContain('We have named companies before, and no flag protects anyone.');
    expect(quotation).not.toContain('footnoteReference');
  });

  it('says the same as one that goes to nobody', async () => {
    const words = (xml: string) => paragraphsOf(xml).map(({ text }) => text);
    expect(words(docxPart(await written(), 'word/document.xml'))).toEqual(
      words(docxPart(await withoutRound(), 'word/document.xml')),
    );
    expect(docxPart(await withoutRound(), 'word/document.xml')).not.toContain('_precis_');
  });

  it('is the same bytes each time', async () => {
    const document = reviewedDocument();
    expect(await writeMemoDocx(document, 'a4')).toEqual(await writeMemoDocx(document, 'a4'));
  });
});
