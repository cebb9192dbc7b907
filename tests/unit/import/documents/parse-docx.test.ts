import {
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Importer } from '#electron/ports/importer.ts';
import { createJsdomImporter } from '../../../support/importer-in-jsdom.ts';
import { readDocument } from './read-document.ts';

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

const pack = async (children: ConstructorParameters<typeof Document>[0]['sections'][0]['children']) =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        title: 'Transit figures',
        creator: 'Jana Nováková',
        footnotes: { 1: { children: [new Paragraph('Northern Customs Bulletin, p. 3.')] } },
        sections: [{ children }],
      }),
    ),
  );

const read = (bytes: Uint8Array) => importer.parse({ format: 'docx', bytes });
const readWell = (bytes: Uint8Array) => readDocument(importer, 'docx', bytes);

/** The same document with `change` done to the XML of its words. */
const withXml = (bytes: Uint8Array, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  const name = 'word/document.xml';
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) });
};

describe('the headings of a Word document', () => {
  it('are told of where Word counts them by itself', async () => {
    const numbered = new Document({
      numbering: {
        config: [{ reference: 'chapters', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }],
      },
      sections: [
        {
          children: [
            new Paragraph({
              text: 'Transit',
              heading: HeadingLevel.HEADING_1,
              numbering: { reference: 'chapters', level: 0 },
            }),
            new Paragraph({ text: 'Harbour', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: 'A point of a list.', numbering: { reference: 'chapters', level: 0 } }),
          ],
        },
      ],
    });
    const { remarks } = await readWell(new Uint8Array(await Packer.toBuffer(numbered)));
    expect(remarks).toEqual([{ kind: 'numbered-headings', count: 1 }]);
  });
});

describe('the lists of a Word document', () => {
  const numbered = async (children: readonly Paragraph[]) => {
    const levels = [
      { level: 0, format: 'lowerLetter', text: '(%1)' },
      { level: 1, format: 'lowerRoman', text: '%2.' },
    ] as const;
    const document = new Document({
      numbering: {
        config: [
          { reference: 'letters', levels },
          { reference: 'numbers', levels: [{ level: 0, format: 'decimal', text: '%1.', start: 6 }] },
          { reference: 'articles', levels: [{ level: 0, format: 'decimal', text: 'Article %1' }] },
        ],
      },
      sections: [{ children }],
    });
    return readWell(new Uint8Array(await Packer.toBuffer(document)));
  };
  const item = (text: string, reference: string, level = 0) =>
    new Paragraph({ text, numbering: { reference, level } });

  it('keep the letters and words that are printed before their items', async () => {
    const { text } = await numbered([
      new Paragraph({ text: 'See point (c).' }),
      item('Ships turned back.', 'letters'),
      item('Ships let through.', 'letters'),
      item('At dawn.', 'letters', 1),
      item('At noon.', 'letters', 1),
      item('Ships held.', 'letters'),
      item('Fees are due at the lock.', 'articles'),
    ]);
    expect(text.split('\n')).toEqual([
      'See point (c).',
      '(a) Ships turned back.',
      '(b) Ships let through.',
      'i. At dawn.',
      'ii. At noon.',
      '(c) Ships held.',
      'Article 1 Fees are due at the lock.',
    ]);
  });

  it('begin and go on with the numbers that Word counts', async () => {
    const { body, text } = await numbered([
      item('Ships turned back.', 'numbers'),
      new Paragraph({ text: 'As was said before.' }),
      item('Ships let through.', 'numbers'),
    ]);
    expect(text.split('\n')).toEqual(['Ships turned back.', 'As was said before.', 'Ships let through.']);
    expect(body.content.map((block) => (block.type === 'orderedList' ? block.attrs.start : null))).toEqual([
      6,
      null,
      7,
    ]);
  });
});

describe('a Word document', () => {
  it('keeps headings, links, tables and notes', async () => {
    const { text, body, found } = await readWell(
      await pack([
        new Paragraph({ text: 'Transit through Varnholm', heading: HeadingLevel.HEADING_1 }),
        new Paragraph({
          children: [
            new TextRun('The harbour took in 212 consignments in 10'),
            new TextRun({ text: '6', superScript: true }),
            new TextRun(' tonnes.'),
            new FootnoteReferenceRun(1),
            new ExternalHyperlink({
              link: 'https://customs.example/q1',
              children: [new TextRun(' See the bulletin')],
            }),
          ],
        }),
        new Table({
          rows: [
            new TableRow({
              tableHeader: true,
              children: ['Month', 'In'].map((word) => new TableCell({ children: [new Paragraph(word)] })),
            }),
            new TableRow({
              children: ['January', '58'].map((word) => new TableCell({ children: [new Paragraph(word)] })),
            }),
          ],
        }),
      ]),
    );
    expect(text).toBe(
      'Transit through Varnholm\nThe harbour took in 212 consignments in 10⁶ tonnes.[1] See the bulletin\nMonth\nIn\nJanuary\n58\nNorthern Customs Bulletin, p. 3.',
    );
    expect(body.content.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'table', 'orderedList']);
    expect(JSON.stringify(body)).toContain('"href":"https://customs.example/q1"');
    expect(found.title).toEqual({ value: 'Transit through Varnholm', foundIn: 'heading' });
    expect(found.byline).toEqual({ value: 'Jana Nováková', foundIn: 'document-properties' });
  });

  it('keeps both sides of tracked changes and tells of them', async () => {
    const change = { id: 1, author: 'A', date: '2024-04-22T10:00:00Z' };
    const { text, body, remarks } = await readWell(
      await pack([
        new Paragraph({
          children: [
            new TextRun('The list names '),
            new DeletedTextRun({ text: 'no buyer', ...change }),
            new InsertedTextRun({ text: 'two buyers', ...change }),
            new TextRun('.'),
          ],
        }),
      ]),
    );
    expect(text).toBe('The list names no buyertwo buyers.');
    expect(body.content[0]).toMatchObject({
      content: [
        { text: 'The list names ' },
        { text: 'no buyer', marks: [{ type: 'strike' }] },
        { text: 'two buyers', marks: [{ type: 'inserted' }] },
        { text: '.' },
      ],
    });
    expect(remarks).toEqual([{ kind: 'tracked-changes', insertions: 1, deletions: 1 }]);
  });

  it('leaves out hidden words and counts them, and writes formulas', async () => {
    const plain = await pack([new Paragraph('Seen.')]);
    const bytes = withXml(plain, (xml) =>
      xml.replace(
        '</w:p>',
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>Two hidden</w:t></w:r>' +
          '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>',
      ),
    );
    const { text, remarks } = await readWell(bytes);
    expect(text).toBe('Seen.x²');
    expect(remarks).toEqual([{ kind: 'hidden-words', count: 2 }]);
  });
});

describe('what a Word document writes in other ways', () => {
  it('is read: fields, words that go from right to left, signs below their readings, boxes', async () => {
    const plain = await pack([new Paragraph('Seen.')]);
    const bytes = withXml(plain, (xml) =>
      xml.replace(
        '</w:p>',
        '<w:fldSimple w:instr="FILENAME"><w:r><w:t> a.docx</w:t></w:r></w:fldSimple><w:bdo><w:r><w:t> שלום</w:t></w:r></w:bdo>' +
          '<w:r><w:t> in </w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>' +
          '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>',
      ),
    );
    const parts = unzipSync(bytes);
    const { text, remarks } = await readWell(
      zipSync({ ...parts, 'word/charts/chart1.xml': strToU8('<c/>'), 'word/afchunk.mht': strToU8('x') }),
    );
    expect(text).toBe('Seen. a.docx שלום in 東京\nBoxed.');
    expect(remarks).toEqual([{ kind: 'parts-unreadable', count: 2 }]);
  });

  it('is no text where it is pictures alone', async () => {
    const picture =
      '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r></w:p>';
    const bytes = withXml(await pack([new Paragraph('')]), (xml) => xml.replace('</w:p>', picture));
    expect(await read(bytes)).toEqual({ ok: false, error: 'no-text-found' });
  });
});

describe('a Word document that means harm', () => {
  it.each([
    ['an entity that grows', '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', 'document-unsafe'],
    ['an entity from outside', '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x" [ ]>', 'document-unsafe'],
    ['no XML', '<', 'document-damaged'],
  ])('is refused for %s', async (_, before, error) => {
    const bytes = withXml(
      await pack([new Paragraph('x')]),
      (xml) => before + xml.replace(/^<\?xml[^>]*>/, ''),
    );
    expect(await read(bytes)).toEqual({ ok: false, error });
  });

  it('is refused where it unpacks to far more than it is, or leads outside', async () => {
    const parts = unzipSync(await pack([new Paragraph('x')]));
    const bomb = zipSync({ ...parts, 'word/footnotes.xml': new Uint8Array(20 * 1024 ** 2) });
    expect(await read(bomb)).toEqual({ ok: false, error: 'document-unsafe' });
    const outside = zipSync({ ...parts, '../../evil': new Uint8Array(1) });
    expect(await read(outside)).toEqual({ ok: false, error: 'document-unsafe' });
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`${at}`, new Uint8Array()]));
    expect(await read(zipSync({ ...parts, ...many }, { level: 0 }))).toEqual({
      ok: false,
      error: 'document-unsafe',
    });
  });

  it('is damaged where its end is missing', async () => {
    const bytes = await pack([new Paragraph('x')]);
    expect(await read(bytes.subarray(0, bytes.length / 2))).toEqual({ ok: false, error: 'document-damaged' });
  });
});
