import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { anchorIdSchema } from '#domain/ids.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoBlock, MemoInline, MemoTable } from '#domain/memo/memo-content.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { materialOf } from '../../support/memo/written-article.ts';
import { judgement, paragraph, section, see, writeMemo } from '../../support/memo/written-memo.ts';

const anchors = Array.from({ length: 4 }, (_, at) =>
  anchorIdSchema.parse(`01920000-0000-7000-8000-00000000010${at}`),
);
const [ofTable, ofParagraph, ofSection, ofNothing] = anchors;
if (ofTable === undefined || ofParagraph === undefined || ofSection === undefined || ofNothing === undefined)
  throw new Error('four anchors');

type MarkName = 'underline' | 'strike' | 'superscript' | 'subscript' | 'smallCaps';
const set = (text: string, ...marks: readonly MarkName[]): MemoInline => ({
  type: 'text',
  text,
  marks: marks.map((type) => ({ type })),
});
const cell = (type: 'tableCell' | 'tableHeader', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});
const table: MemoTable = {
  type: 'table',
  attrs: { caption: 'Calls at ports', source: '', anchor: ofTable },
  content: [
    { type: 'tableRow', content: [cell('tableHeader', 'Port'), cell('tableHeader', 'Calls')] },
    { type: 'tableRow', content: [cell('tableCell', 'Varna'), cell('tableCell', '45')] },
  ],
};
const list = (start: number): MemoBlock => ({
  type: 'orderedList',
  attrs: { start },
  content: ['Fourth', 'Fifth'].map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
});
/** Letters, and Roman numbers within them that go on at the third. */
const lettered: MemoBlock = {
  type: 'orderedList',
  attrs: { numbering: 'a)' },
  content: [
    {
      type: 'listItem',
      content: [
        paragraph('First'),
        {
          type: 'orderedList',
          attrs: { numbering: '(i)', start: 3 },
          content: [{ type: 'listItem', content: [paragraph('Inner')] }],
        },
      ],
    },
    { type: 'listItem', content: [paragraph('Second')] },
  ],
};
const [first, second] = [judgement(['The port opens.']), judgement(['The list stays.'])];

const written = (target = second.attrs.id as string) =>
  writeMemo(
    [
      section('key-judgements', 'Key judgements', first, second),
      section(
        'background',
        'Background',
        paragraph(
          ...[
            'See ',
            see('judgement', target),
            ', ',
            see('table', ofTable),
            ', ',
            see('paragraph', ofParagraph),
          ],
          ...[' and ', see('section', ofSection), '.'],
        ),
        table,
      ),
      {
        ...section(
          'analysis',
          'Analysis',
          { ...paragraph('Counted and kept.'), attrs: { anchor: ofParagraph, keepsNext: true } } as MemoBlock,
          paragraph(
            'It ',
            set('never', 'strike'),
            ' fell by 10',
            set('6', 'superscript'),
            ' m',
            set('3', 'subscript'),
            ' at ',
            set('nato', 'smallCaps'),
            ' and ',
            set('must', 'underline'),
            '.',
          ),
          list(4),
          lettered,
          { type: 'ownQuotation', content: [paragraph('We typed this.'), paragraph('— A person')] },
          { type: 'pageBreak' },
          paragraph('On another page.'),
        ),
        attrs: { role: 'analysis', heading: 'Analysis', anchor: ofSection },
      },
    ],
    { numbersParagraphs: true },
  );
const documentOf = (target?: string) => buildMemoDocument(written(target), materialOf([]));
const SAYS = 'See Judgement 2, Table 1, paragraph 2 and “Analysis”.';

describe('what structures a memo, and how its words are set', () => {
  it('is the same in text and Markdown, and tells in words what these can not show', () => {
    const text = writeMemoText(documentOf());
    expect(text).toContain(SAYS);
    expect(text).toContain('It [struck out: never] fell by 10⁶ m₃ at nato and must.');
    expect(text).toContain('4. Fourth\n5. Fifth');
    expect(text).toContain('a) First\n   (iii) Inner\nb) Second');
    expect(text).toContain('    We typed this.\n\n    — A person');
    const markdown = writeMemoMarkdown(documentOf());
    expect(markdown).toContain(SAYS);
    expect(markdown).toContain('It ~~never~~ fell by 10<sup>6</sup> m<sub>3</sub> at nato and <u>must</u>.');
    expect(markdown).toContain('4) Fourth\n5) Fifth');
    expect(markdown).toContain('- a) First\n\n  - (iii) Inner\n- b) Second');
    expect(markdown).toContain('> We typed this.\n>\n> — A person');
  });

  it('is links to what stands there in HTML', () => {
    const html = writeMemoHtml(documentOf());
    for (const target of [second.attrs.id, ofTable, ofParagraph, ofSection]) {
      expect(html).toContain(`href="#ref-${target}"`);
      expect(html.split(`id="ref-${target}"`)).toHaveLength(2);
    }
    expect(html).toContain('<s>never</s>');
    expect(html).toContain('<u>must</u>');
    expect(html).toContain('<blockquote class="own"><p>We typed this.</p>');
    expect(html).toContain('<ol start="4">');
    expect(html).toContain('<ol type="a" data-numbering="a)"><li>');
    expect(html).toContain('<ol start="3" type="i" data-numbering="(i)">');
    expect(html).toContain(
      'ol[data-numbering="(i)"]>li::marker{content:"(" counter(list-item,lower-roman) ") "}',
    );
    expect(html).not.toContain(`id="ref-${first.attrs.id}"`);
  });

  it('is links to bookmarks in Word, with its own numbers, letters and page', async () => {
    const zip = unzipSync(await writeMemoDocx(documentOf(), 'a4'));
    const body = strFromU8(zip['word/document.xml'] ?? new Uint8Array());
    for (const target of [second.attrs.id, ofTable, ofParagraph, ofSection]) {
      const name = `ref_${target.replaceAll('-', '')}`;
      expect(body).toContain(`<w:hyperlink w:history="1" w:anchor="${name}"`);
      expect(body.split(`w:name="${name}"`)).toHaveLength(2);
    }
    for (const mark of [
      '<w:u w:val="single"/>',
      '<w:strike/>',
      '"superscript"',
      '"subscript"',
      '<w:smallCaps/>',
      '<w:keepNext/>',
    ])
      expect(body).toContain(mark);
    expect(body).toContain('<w:br w:type="page"/>');
    const numbering = strFromU8(zip['word/numbering.xml'] ?? new Uint8Array());
    expect(numbering).toContain('<w:start w:val="4"/>');
    expect(numbering).toContain('<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/>');
    expect(numbering).toMatch(
      /<w:lvl w:ilvl="1"[^>]*><w:start w:val="3"\/><w:numFmt w:val="lowerRoman"\/><w:lvlText w:val="\(%2\)"\/><w:lvlJc w:val="right"\/>/u,
    );
  });

  it('is links in a sound PDF', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'precis-structure-'));
    const pdf = await printMemo(createTestCompiler(), join(folder, 'memo.pdf'), documentOf());
    await writeFile(join(folder, 'memo.docx'), await writeMemoDocx(documentOf(), 'a4'));
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Subtype\s*\/Link/gu)?.length,
    ).toBeGreaterThanOrEqual(4);
  });

  it('ends the page before a heading that would stand alone above its break', () => {
    const [breaks, words] = [{ type: 'pageBreak' }, paragraph('So.')] as const;
    const sub: MemoBlock = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Sub' }] };
    const memo = writeMemo([
      section('background', 'Background', breaks, words, sub, breaks, words),
      section('analysis', 'Analysis', breaks, words),
    ]);
    const { sections } = buildMemoDocument(memo, materialOf([]));
    expect(sections.map(({ blocks }) => blocks.map(({ kind }) => kind).join(' '))).toEqual([
      'paragraph page-break heading paragraph page-break',
      'paragraph',
    ]);
  });

  it('says in each format that a target is gone, and leads nowhere', () => {
    const gone = documentOf(ofNothing);
    expect(writeMemoText(gone)).toContain('See [reference missing], Table 1');
    expect(writeMemoHtml(gone)).not.toContain(ofNothing);
  });
});
