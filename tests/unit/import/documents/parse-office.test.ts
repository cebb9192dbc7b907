import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Body } from '#domain/article/body/body.ts';
import { textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { createJsdomImporter } from '../../../support/importer-in-jsdom.ts';
import { readDocument } from './read-document.ts';

let importer: Importer;
beforeAll(async () => {
  importer = await createJsdomImporter();
});
afterAll(() => importer.close());

const pack = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const rels = (targets: Readonly<Record<string, readonly [type: string, target: string]>>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(
    targets,
  )
    .map(
      ([id, [type, target]]) =>
        `<Relationship Id="${id}" Type="http://x.example/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const P = `xmlns:p="urn:p" xmlns:a="urn:a" ${R} xmlns:dgm="urn:dgm" xmlns:mc="urn:mc" xmlns:c="urn:c"`;

const words = (...paragraphs: readonly string[]): string =>
  `<p:txBody><a:bodyPr/>${paragraphs.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join('')}</p:txBody>`;
const shape = (ph: string, text: string): string =>
  `<p:sp><p:nvSpPr><p:nvPr>${ph}</p:nvPr></p:nvSpPr>${text}</p:sp>`;
const slide = (shapes: string, attributes = ''): string =>
  `<p:sld ${P} ${attributes}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;

const pptx = (slides: readonly string[], parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  pack({
    'ppt/presentation.xml': `<p:presentation ${P}><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${at}" r:id="s${at}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': rels(
      Object.fromEntries(slides.map((_, at) => [`s${at}`, ['slide', `slides/slide${10 - at}.xml`] as const])),
    ),
    ...Object.fromEntries(slides.map((xml, at) => [`ppt/slides/slide${10 - at}.xml`, xml])),
    ...parts,
  });

const pagesOf = (body: Body): readonly number[] =>
  pagedRanges(textBlockSpans(body)).map(({ index }) => index);

describe('slides', () => {
  it('are read in the order in which they are shown, titles first, each on its number', async () => {
    const { text, body, found, remarks } = await readDocument(
      importer,
      'pptx',
      pptx([
        slide(
          shape('<p:ph idx="1"/>', words('Forty ships', 'A &lt;b&gt;')) +
            shape('<p:ph type="ctrTitle"/>', words('Transit')) +
            shape('<p:ph type="sldNum"/>', words('1')) +
            shape('<p:ph type="ftr"/>', words('Confidential')),
        ),
        slide(
          `<p:grpSp>${shape('', '<p:txBody><a:p><a:r><a:t>One</a:t></a:r><a:br/><a:fld><a:t>two</a:t></a:fld></a:p><a:p/></p:txBody>')}</p:grpSp>` +
            `<mc:AlternateContent><mc:Choice>${shape('', words('Chosen'))}</mc:Choice><mc:Fallback>${shape('', words('Fallen'))}</mc:Fallback></mc:AlternateContent>` +
            '<p:graphicFrame><a:tbl><a:tblPr firstRow="1"/><a:tr><a:tc gridSpan="2"><a:txBody><a:p><a:r><a:t>Head</a:t></a:r></a:p></a:txBody></a:tc><a:tc hMerge="1"/></a:tr><a:tr><a:tc><a:txBody><a:p><a:r><a:t>x</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p/></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>',
        ),
      ]),
    );
    expect(text).toBe('Transit\nForty ships\nA <b>\nOne\ntwo\nChosen\nHead\nx\n');
    expect(pagesOf(body)).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2]);
    expect(JSON.stringify(body)).toContain('"tableHeader","attrs":{"colspan":2,"rowspan":1}');
    expect(found.title).toEqual({ value: 'Transit', foundIn: 'heading' });
    expect(remarks).toEqual([]);
  });

  it('write their formulas on one line', async () => {
    const math = 'xmlns:m="urn:m" xmlns:a14="urn:a14"';
    const formula = `<a14:m><m:oMathPara><m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara></a14:m>`;
    const { text } = await readDocument(
      importer,
      'pptx',
      pptx([
        slide(
          shape(
            '',
            `<p:txBody ${math}><a:p><a:r><a:t>As </a:t></a:r>${formula}<a:r><a:t> says</a:t></a:r></a:p></p:txBody>`,
          ),
        ),
      ]),
    );
    expect(text).toBe('As x² says');
  });

  it('have their notes below them, hidden ones apart, and what is missing is told', async () => {
    const notes = slide(
      shape('<p:ph type="sldImg"/>', '') + shape('<p:ph type="body"/>', words('Say this.')),
    );
    const { text, body, leftOut, remarks } = await readDocument(
      importer,
      'pptx',
      pptx(
        [
          slide(
            `${shape('', words('Shown.'))}<mc:AlternateContent><mc:Choice><p:graphicFrame><c:chart/></p:graphicFrame></mc:Choice><mc:Fallback><p:pic/></mc:Fallback></mc:AlternateContent><p:pic/>`,
          ),
          slide(shape('', words('Hidden.')), 'show="0"'),
          slide('<p:graphicFrame><dgm:relIds r:dm="d1"/></p:graphicFrame>'),
        ],
        {
          'ppt/slides/_rels/slide10.xml.rels': rels({ n1: ['notesSlide', '../notesSlides/n.xml'] }),
          'ppt/notesSlides/n.xml': notes,
          'ppt/slides/_rels/slide8.xml.rels': rels({ d1: ['diagramData', '../diagrams/data1.xml'] }),
          'ppt/diagrams/data1.xml':
            '<dgm:m xmlns:dgm="urn:dgm" xmlns:a="urn:a"><dgm:t><a:p><a:r><a:t>Step one</a:t></a:r></a:p></dgm:t></dgm:m>',
          'ppt/comments/c.xml': '<p:l xmlns:p="urn:p"><p:cm/><p:cm/></p:l>',
        },
      ),
    );
    expect(text).toBe('Shown.\nSay this.\nHidden.\nStep one');
    expect(body.content.map(({ type }) => type)).toEqual([
      'paragraph',
      'blockquote',
      'paragraph',
      'paragraph',
    ]);
    expect(pagesOf(body)).toEqual([1, 1, 2, 3]);
    expect(leftOut).toEqual([2]);
    expect(remarks).toEqual([
      { kind: 'hidden-parts', what: 'slide', count: 1 },
      { kind: 'speaker-notes', count: 1 },
      { kind: 'comments', count: 2 },
      { kind: 'parts-unreadable', count: 2 },
    ]);
  });

  it.each([
    ['document-damaged', { 'ppt/presentation.xml': '<p>' }],
    [
      'document-unsafe',
      { 'ppt/presentation.xml': '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>' },
    ],
    ['document-unsafe', { 'ppt/presentation.xml': '<p/>', '../../etc/x.xml': '<x/>' }],
    ['no-text-found', { 'ppt/presentation.xml': `<p:presentation ${P}/>` }],
    [
      'no-text-found',
      {
        'ppt/presentation.xml': `<p:presentation ${P}><p:sldId r:id="a"/></p:presentation>`,
        'ppt/_rels/presentation.xml.rels': rels({ a: ['slide', 'https://canary.example/slide.xml'] }),
      },
    ],
  ] as const)('that are made to harm are refused: %s', async (error, parts) => {
    expect(await importer.parse({ format: 'pptx', bytes: pack(parts) })).toEqual({ ok: false, error });
  });
});

const S = 'xmlns="urn:s"';
const sheet = (rows: string, more = ''): string =>
  `<worksheet ${S}><dimension ref="A1:XFD1048576"/>${more}<sheetData>${rows}</sheetData></worksheet>`;

type Tab = readonly [name: string, xml: string, state?: string];

const xlsx = (
  tabs: readonly Tab[],
  parts: Readonly<Record<string, string>> = {},
  properties = '',
): Uint8Array =>
  pack({
    'xl/workbook.xml': `<workbook ${S} ${R}>${properties}<sheets>${tabs.map(([name, , state = 'visible'], at) => `<sheet name="${name}" state="${state}" r:id="s${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      Object.fromEntries(
        tabs.map((_, at) => [`s${at}`, ['worksheet', `/xl/worksheets/sheet${at}.xml`] as const]),
      ),
    ),
    ...Object.fromEntries(tabs.map(([, xml], at) => [`xl/worksheets/sheet${at}.xml`, xml])),
    ...parts,
  });

const styles = `<styleSheet ${S}><numFmts><numFmt numFmtId="164" formatCode="dd&quot;m&quot;/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="[Red]#,##0.00&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>`;

describe('a workbook', () => {
  it('is a table of each sheet, of values as they are meant', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>In</t></is></c><c r="D1" t="b"><v>1</v></c></row>' +
      '<row r="2"/><row r="3"><c r="A3" s="1"><v>45404</v></c><c r="B3"><v>0.30000000000000004</v></c><c r="D3" s="2"><v>0.125</v></c></row>' +
      '<row r="4"><c s="3"><v>45404.5</v></c><c s="4"><v>1234.5</v></c><c><v/></c><c s="5"><v>0.75</v></c></row>' +
      '<row r="5"><c r="A5" t="str"><f>HYPERLINK("https://canary.example")</f><v>a &lt;script&gt;</v></c><c r="B5" t="e"><v>#DIV/0!</v></c></row>';
    const { text, body, remarks } = await readDocument(
      importer,
      'xlsx',
      xlsx(
        [
          ['Transit &amp; trade', sheet(rows)],
          ['Empty', sheet('')],
        ],
        {
          'xl/styles.xml': styles,
          'xl/sharedStrings.xml': `<sst ${S}><si><r><t>Mon</t></r><r><t>th_x000A_</t></r><rPh><t>no</t></rPh></si></sst>`,
        },
      ),
    );
    expect(text.split('\n')).toEqual([
      'Transit & trade',
      ...['Month', 'In', 'TRUE'],
      ...['2024-04-22', '0.3', '12.5 %'],
      ...['2024-04-22 12:00', '1234.5', '18:00'],
      ...['a <script>', '#DIV/0!', ''],
    ]);
    expect(body.content.map(({ type }) => type)).toEqual(['heading', 'table']);
    expect(JSON.stringify(body)).not.toContain('canary');
    expect(remarks).toEqual([]);
  });

  it('leaves out what it hides, and says so', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row><row r="2" hidden="1"><c r="A2" t="str"><v>two words</v></c></row>';
    const { text, leftOut, remarks } = await readDocument(
      importer,
      'xlsx',
      xlsx([
        ['Shown', sheet(rows, '<cols><col min="3" max="16384" hidden="1"/></cols>')],
        ['Deep', sheet('<row><c><v>9</v></c></row>'), 'veryHidden'],
      ]),
    );
    expect(text).toBe('Shown\n1\nDeep\n9');
    expect(leftOut).toEqual([2, 3]);
    expect(remarks).toEqual([
      { kind: 'hidden-parts', what: 'sheet', count: 1 },
      { kind: 'hidden-words', count: 3 },
    ]);
  });

  it('tells of charts, also those that are a sheet of their own, and of pictures', async () => {
    const { text, remarks } = await readDocument(
      importer,
      'xlsx',
      xlsx(
        [
          ['Shown', sheet('<row><c><v>1</v></c></row>')],
          ['Chart', sheet('')],
        ],
        {
          'xl/_rels/workbook.xml.rels': rels({
            s0: ['worksheet', 'worksheets/sheet0.xml'],
            s1: ['chartsheet', 'chartsheets/sheet1.xml'],
          }),
          'xl/charts/chart1.xml': '<c/>',
          'xl/charts/style1.xml': '<c/>',
          'xl/media/image1.png': 'x',
        },
      ),
    );
    expect(text).toBe('Shown\n1');
    expect(remarks).toEqual([{ kind: 'parts-unreadable', count: 2 }]);
  });

  it('has what its text boxes say below the table', async () => {
    const { text } = await readDocument(
      importer,
      'xlsx',
      xlsx([['Boxed', sheet('<row><c><v>1</v></c></row>')]], {
        'xl/worksheets/_rels/sheet0.xml.rels': rels({ d: ['drawing', '../drawings/drawing1.xml'] }),
        'xl/drawings/drawing1.xml': `<x:wsDr xmlns:x="urn:x" xmlns:a="urn:a"><x:sp><x:txBody><a:p><a:r><a:t>Note &lt;b&gt;</a:t></a:r></a:p></x:txBody></x:sp></x:wsDr>`,
      }),
    );
    expect(text).toBe('Boxed\n1\nNote <b>');
  });

  it('counts days from 1904 where it says so', async () => {
    const rows = '<row><c s="1"><v>43942</v></c></row>';
    const { text } = await readDocument(
      importer,
      'xlsx',
      xlsx([['A', sheet(rows)]], { 'xl/styles.xml': styles }, '<workbookPr date1904="1"/>'),
    );
    expect(text).toBe('A\n2024-04-22');
  });

  it('counts hours on beyond a day, and days before a 29 February that never was', async () => {
    const formats = `<styleSheet ${S}><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="46"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const cells = [
      '<c s="1"><v>1.1041666666666667</v></c>',
      '<c s="2"><v>-0.50001157407407407</v></c>',
      ...[1, 59, 60, 61].map((serial) => `<c s="3"><v>${serial}</v></c>`),
    ];
    const { text } = await readDocument(
      importer,
      'xlsx',
      xlsx([['A', sheet(`<row>${cells.join('')}</row>`)]], { 'xl/styles.xml': formats }),
    );
    expect(text.split('\n')).toEqual([
      'A',
      '26:30',
      '-12:00:01',
      '1900-01-01',
      '1900-02-28',
      '60',
      '1900-03-01',
    ]);
  });

  it('has no words in a cell that is empty, whatever its type', async () => {
    const strings = `<sst ${S}><si><t>First</t></si></sst>`;
    const rows = '<row><c t="s"/><c t="s"><v></v></c><c t="b"/><c t="s"><v>0</v></c><c><v>2</v></c></row>';
    const { text } = await readDocument(
      importer,
      'xlsx',
      xlsx([['A', sheet(rows)]], { 'xl/sharedStrings.xml': strings }),
    );
    expect(text).toBe('A\nFirst\n2');
  });

  it('of one far cell is one cell, and of too many rows the first', async () => {
    const far = await readDocument(
      importer,
      'xlsx',
      xlsx([['Far', sheet('<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>')]]),
    );
    expect(far.text).toBe('Far\n7');
    const rows = Array.from({ length: 2100 }, (_, at) => `<row><c><v>${at}</v></c></row>`).join('');
    const cut = await readDocument(importer, 'xlsx', xlsx([['Long', sheet(rows)]]));
    expect(cut.text.split('\n')).toHaveLength(2001);
    expect(cut.remarks).toEqual([{ kind: 'cut-short', what: 'rows', read: 2000, of: 2100 }]);
  });

  it.each([
    ['document-damaged', { 'xl/workbook.xml': 'no xml' }],
    [
      'document-unsafe',
      { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' },
    ],
    ['document-unsafe', { 'xl/workbook.xml': '<w/>', 'xl/sharedStrings.xml': ' '.repeat(8 * 1024 ** 2) }],
    ['no-text-found', { 'xl/workbook.xml': `<workbook ${S}/>` }],
  ] as const)('that is made to harm is refused: %s', async (error, parts) => {
    expect(await importer.parse({ format: 'xlsx', bytes: pack(parts) })).toEqual({ ok: false, error });
  });
});
