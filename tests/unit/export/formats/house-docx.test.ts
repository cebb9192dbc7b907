import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignStyles, type StyleChoice } from '#domain/memo/form/word/word-parts.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { ok } from '#domain/result.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { writeMemoDocx, writeTableDocx } from '#electron/export/docx/write-memo-docx.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { makeWordTemplate, type TemplateParts, words } from '../../../support/documents/word-template.ts';
import { problemsOfPackage } from '../../../support/files/check-package.ts';
import { docxPart } from '../../../support/files/read-docx.ts';
import { createJsdomImporter } from '../../../support/importer-in-jsdom.ts';
import { formatMemo, memoWithWideTable, quotesOfFormatMemo } from '../../../support/memo/format-memo.ts';
import { reviewedDocument } from '../../../support/memo/reviewed-memo.ts';

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

const write = async (
  parts: TemplateParts = {},
  memo: MemoDocument = formatMemo(),
  chosen: StyleChoice = {},
): Promise<Uint8Array> => {
  const read = await importer.readTemplate({ template: makeWordTemplate(parts) });
  if (!read.ok) throw new Error(read.error);
  const house = { template: read.value, assigned: assignStyles(chosen, read.value.styles) };
  return writeMemoDocx(memo, 'a4', house);
};

const textOf = (xml: string): string =>
  xml
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

/** What stands on pages: the parts with headers and footers that a section names. */
const furnitureOf = (bytes: Uint8Array): readonly string[] => {
  const parts = unzipSync(bytes);
  const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
  const named = docxPart(bytes, 'word/document.xml').matchAll(
    /<w:(?:header|footer)Reference w:type="\w+" r:id="([^"]+)"/gu,
  );
  return [...named].map(([, id]) => {
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`, 'u').exec(relations)?.[1];
    return strFromU8(parts[`word/${target}`] ?? new Uint8Array());
  });
};

const hostile = {
  body: words('{{title}} of {{reference}}') + words('{{memo}}') + words('Signed: {{from}}'),
  section: '<w:titlePg/><w:cols w:num="2"/>',
  settings: '<w:evenAndOddHeaders/><w:autoHyphenation/>',
};

describe('a memo in the Word template of a house', () => {
  it.each([
    ['as offices have it', {}],
    ['with text around the memo, a title page and even pages', hostile],
    ['without header and footer', { header: '', footer: '' }],
    ['without any style that serves', { styles: [] }],
    [
      'with our ids for other styles',
      {
        styles: [
          { id: 'Quote', name: 'Other' },
          { id: 'ListItem', name: 'x' },
        ],
      },
    ],
  ] as const)('%s, is a sound package', async (_what, parts) => {
    for (const memo of [formatMemo(), memoWithWideTable(), { ...formatMemo(), language: 'ar' }])
      expect(problemsOfPackage(await write(parts, memo))).toEqual([]);
  });

  it.each([
    ['as offices have it', {}],
    ['with a title page and even pages', hostile],
    ['without header and footer', { header: '', footer: '' }],
    ['that has a field for it', { header: words('{{marking}}') }],
  ] as const)('%s, bears its marking once above and below on every page', async (_what, parts) => {
    const furniture = furnitureOf(await write(parts));
    expect(furniture.length).toBeGreaterThanOrEqual(2);
    for (const part of furniture) {
      expect(textOf(part).match(/TLP:AMBER/gu)).toHaveLength(1);
      expect(textOf(part)).toContain('Not to the press');
    }
  });

  it('keeps what the house has on its pages, and its paper', async () => {
    const bytes = await write();
    const [header = '', footer = ''] = furnitureOf(bytes);
    expect(header).toContain('imagedata');
    expect(footer).toContain('Seite');
    expect(footer).toContain(' NUMPAGES ');
    expect(docxPart(bytes, 'word/document.xml')).toContain('<w:pgSz w:w="11000" w:h="15000"');
    expect(Object.keys(unzipSync(bytes))).toContain('word/media/house1.png');
  });

  it('is set in the styles of the house, and in own ones in its font where it has none', async () => {
    const bytes = await write();
    const body = docxPart(bytes, 'word/document.xml');
    for (const style of ['Titel', 'berschrift1', 'Fliesstext', 'Kernaussage', 'Zitat', 'Judgement'])
      expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
    const styles = docxPart(bytes, 'word/styles.xml');
    expect(styles).toContain('Verdana');
    expect(styles).not.toMatch(/Cambria|Calibri/u);
    expect(styles).toMatch(
      /<w:style w:type="paragraph" w:styleId="Judgement"[^>]*>.*?<w:basedOn w:val="Standard"\/>/u,
    );
  });

  it('keeps headings and captions with what follows, whatever the styles of the house say', async () => {
    const body = docxPart(await write(), 'word/document.xml');
    for (const style of ['berschrift1', 'Zitat'])
      expect(body).toContain(`<w:pStyle w:val="${style}"/><w:keepNext/>`);
  });

  it('says no line of its head twice', async () => {
    const body = docxPart(await write(hostile), 'word/document.xml');
    const text = textOf(body);
    expect(text.match(/Beijing visit/gu)).toHaveLength(1);
    expect(text).toContain('Signed: Analysis desk');
    expect(text.match(/Analysis desk/gu)).toHaveLength(1);
    expect(body).not.toContain('\uE0FD');
  });

  it('takes the lists of the house, each from its beginning', async () => {
    const list = {
      kind: 'list' as const,
      ordered: true,
      items: [[{ kind: 'paragraph' as const, runs: [{ kind: 'text' as const, text: 'One' }] }]],
    };
    const memo = formatMemo();
    const sections = [
      { role: 'own' as const, heading: 'Lists', blocks: [list, list, { ...list, ordered: false }] },
    ];
    const bytes = await write({}, { ...memo, sections });
    const body = docxPart(bytes, 'word/document.xml');
    expect(body.match(/<w:pStyle w:val="Listennummer"\/>/gu)).toHaveLength(2);
    expect(body).toContain('<w:pStyle w:val="Aufzhlungszeichen"/>');
    const numbering = docxPart(bytes, 'word/numbering.xml');
    expect(numbering.match(/<w:abstractNumId w:val="8"\/><w:lvlOverride/gu)).toHaveLength(2);
    expect(problemsOfPackage(bytes)).toEqual([]);
  });

  it('keeps quotations to the letter, footnotes, bookmarks and turned pages', async () => {
    const bytes = await write();
    const body = docxPart(bytes, 'word/document.xml');
    for (const quote of quotesOfFormatMemo) expect(textOf(body).replaceAll('&amp;', '&')).toContain(quote);
    expect(body).toContain('w:footnoteReference');
    expect(body).toContain('w:name="source_1"');
    expect(docxPart(bytes, 'word/footnotes.xml')).toContain('A note');
    expect(docxPart(await write({}, memoWithWideTable()), 'word/document.xml')).toContain(
      'w:orient="landscape"',
    );
  });

  it('comes back from reviewers with comments, tracked changes and the names of its paragraphs', async () => {
    const comments = [
      {
        paragraph: '_precis_1_0',
        exact: '',
        thread: [{ writer: 'A', at: '2024-04-24T09:00:00Z', text: 'Sure?', isDone: false }],
      },
    ];
    const memo: MemoDocument = { ...reviewedDocument(), comments };
    const bytes = await write({}, memo);
    expect(problemsOfPackage(bytes)).toEqual([]);
    expect(docxPart(bytes, 'word/settings.xml')).toContain('<w:trackRevisions/>');
    expect(docxPart(bytes, 'docProps/custom.xml')).toContain('PrecisManifest0001');
    const read = await importer.readReviewed({ reviewed: bytes });
    if (!read.ok) throw new Error(read.error);
    const own = await importer.readReviewed({ reviewed: await writeMemoDocx(memo, 'a4') });
    if (!own.ok) throw new Error(own.error);
    const namesOf = (file: typeof read.value) => file.paragraphs.flatMap(({ names }) => names);
    expect(namesOf(read.value)).toEqual(namesOf(own.value));
    expect(namesOf(read.value).length).toBeGreaterThan(5);
    expect(read.value.comments).toHaveLength(own.value.comments.length);
  });

  it('runs from right to left where the memo does, whatever the template', async () => {
    const body = docxPart(await write({}, { ...formatMemo(), language: 'ar' }), 'word/document.xml');
    for (const [paragraph] of body.matchAll(/<w:p>(?:(?!<w:p>)[\s\S])*?<\/w:p>/gu))
      expect(paragraph).toMatch(/<w:bidi\b/u);
  });

  it('is the same bytes each time', async () => {
    expect(await write(hostile)).toEqual(await write(hostile));
  });

  it('tells which of its parts the template has no style for, and no others', async () => {
    const read = await importer.readTemplate({ template: makeWordTemplate() });
    if (!read.ok) throw new Error(read.error);
    const never = (): never => {
      throw new Error('not part of this test');
    };
    const printer = { make: never, warmUp: never, close: never };
    const writer = createMemoWriters(
      printer,
      () => '',
      async () => ok(read.value),
    ).docx;
    const wordTemplate = { fileName: 'house.docx', base64: 'UEsDBBQAAAAIAAAA', styles: {} };
    const told = async (styles: StyleChoice) => {
      const memo = { ...formatMemo(), wordTemplate: { ...wordTemplate, styles } };
      const made = await writer.write(memo, { paper: 'a4', glyphs: 'refuse' });
      return made.ok ? made.value.ownStyles : made.error;
    };
    expect(await told({})).toContain('Judgement');
    expect(await told({})).not.toContain('Title');
    expect(await told({})).not.toContain('Figure');
    expect(await told({ judgement: null })).not.toContain('Judgement');
  });
});

describe('the answer sheet in the Word template of a house', () => {
  const sheet = {
    ...{ name: 'Answer sheet: The port', language: 'en-GB', facts: ['PM-2024-017'] },
    marking: { text: 'TLP:AMBER', disclosure: null, textColour: '#FFC000', background: '#000000' },
    ...{ restrictions: 'NO PRESS', markingName: 'Marking' },
    ...{ columns: ['No.', 'Comment'], rows: [['1', '<b>Sure</b>?']] },
  };
  const writeSheet = async (parts: TemplateParts) => {
    const read = await importer.readTemplate({ template: makeWordTemplate(parts) });
    if (!read.ok) throw new Error(read.error);
    return writeTableDocx(sheet, {
      template: read.value,
      assigned: assignStyles({}, read.value.styles),
    });
  };

  it.each([
    ['as offices have it', {}],
    ['with text around the memo, a title page and even pages', hostile],
    ['without header and footer', { header: '', footer: '' }],
  ] as const)('%s, is whole and bears the marking once on every page', async (_, parts) => {
    const made = await writeSheet(parts);
    expect(problemsOfPackage(made)).toEqual([]);
    expect(furnitureOf(made).length).toBeGreaterThan(1);
    for (const furniture of furnitureOf(made)) {
      expect(textOf(furniture).split('TLP:AMBER')).toHaveLength(2);
      expect(textOf(furniture).split('NO PRESS')).toHaveLength(2);
    }
    expect(textOf(docxPart(made, 'word/document.xml')).split('Answer sheet: The port')).toHaveLength(2);
    expect(docxPart(made, 'word/document.xml')).toContain('w:orient="landscape"');
  });
});
