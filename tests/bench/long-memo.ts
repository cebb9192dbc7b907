/** A memo of about a hundred pages with all that a memo has, and the same content as a page for a browser. */
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoBlock } from '#domain/memo/memo-content.ts';
import type { DocumentBlock, MemoDocument, Run } from '#domain/memo/memo-document.ts';
import { materialOf, writeArticle } from '../support/memo/written-article.ts';
import { cite, judgement, paragraph, quoteBlock, section, writeMemo } from '../support/memo/written-memo.ts';

const sentences = [
  'The ministry confirmed that the shipments had been inspected twice and that the papers named a consignee abroad.',
  'Two of the eleven series that were published in the spring agree with this as far as the second intermediary.',
  'Nothing that was seen so far contradicts it, although most of what is known comes from one official line.',
  'The port authority spoke of ordinary traffic, which its own figures for the second half of the year do not bear out.',
];
const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => sentences[(from + at) % sentences.length]).join(' ');

const articles = Array.from({ length: 40 }, (_, at) =>
  writeArticle([words(at, 2), words(at + 1, 3)], [sentences[(at + 1) % sentences.length] ?? ''], {
    bibliography: { title: `Report ${at + 1}: what the series show` },
  }),
);
const articleAt = (at: number) => articles[at % articles.length] ?? writeArticle(['']);

const cell = (type: 'tableCell' | 'tableHeader', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});
const table = (rows: number): MemoBlock => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: ['Partner', '2022', '2023'].map((text) => cell('tableHeader', text)) },
    ...Array.from({ length: rows }, (_, at) => ({
      type: 'tableRow' as const,
      content: [`Country ${at}`, String(1000 + at), String(1100 + at)].map((text) => cell('tableCell', text)),
    })),
  ],
});

const blocks = (part: number): MemoBlock[] =>
  Array.from({ length: 25 }, (_, at) => {
    const article = articleAt(part * 7 + at);
    if (at % 8 === 3) return quoteBlock(article, 0);
    const footnote = { type: 'footnote' as const, attrs: { text: `Series ${part}.${at}, by partner.` } };
    return paragraph(words(part + at, 5), ...(at % 4 === 0 ? [footnote] : []), ' ', cite(article, 0));
  });

/** The memo as a document model. */
export const longMemo = (): MemoDocument =>
  buildMemoDocument(
    writeMemo([
      section('bottom-line', 'Bottom line', paragraph(words(0, 2), cite(articleAt(0), 0))),
      section(
        'key-judgements',
        'Key judgements',
        ...Array.from({ length: 6 }, (_, at) =>
          judgement([`It is likely that ${words(at, 1)}`, cite(articleAt(at), 0)], {
            confidenceReason: 'one official line and one series',
          }),
        ),
      ),
      ...Array.from({ length: 22 }, (_, part) =>
        section('own', `Part ${part + 1}`, ...blocks(part), ...(part % 4 === 0 ? [table(30)] : [])),
      ),
    ]),
    materialOf(articles),
  );

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const runHtml = (run: Run): string => {
  switch (run.kind) {
    case 'text':
    case 'quote':
      return 'bold' in run && run.bold ? `<strong>${escapeHtml(run.text)}</strong>` : escapeHtml(run.text);
    case 'break':
      return '<br>';
    case 'footnote':
      return `<sup>a</sup><small class="note">${escapeHtml(run.text)}</small>`;
    case 'citation':
      return ` <span class="cite">[${run.pinpoints
        .map((pin) => `<a href="#source-${pin.source}">${pin.source} ¶${pin.paragraph}</a>`)
        .join(', ')}]</span>`;
  }
};
const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('');

const blockHtml = (block: DocumentBlock): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${item.map(blockHtml).join('')}</li>`).join('')}</ul>`;
    case 'table': {
      const row = (at: number): string => {
        const name = at < block.headerRows ? 'th' : 'td';
        const cells = block.cells.filter((placed) => placed.row === at);
        return `<tr>${cells.map((placed) => `<${name}>${placed.blocks.map(blockHtml).join('')}</${name}>`).join('')}</tr>`;
      };
      const rows = Math.max(...block.cells.map((placed) => placed.row)) + 1;
      const all = Array.from({ length: rows }, (_, at) => row(at));
      return `<table><thead>${all.slice(0, block.headerRows).join('')}</thead><tbody>${all.slice(block.headerRows).join('')}</tbody></table>`;
    }
    case 'judgement':
      return `<p>${block.number}. ${runsHtml(block.statement)}</p><p class="label">${escapeHtml(block.confidence ?? '')}</p>`;
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'quotation':
      return `<blockquote>${block.quotes.map((quote) => `<p>${escapeHtml(quote)}</p>`).join('')}<p class="label">${escapeHtml(block.attribution)}</p></blockquote>`;
  }
};

const fontFace = (family: string, weight: number, file: string): string =>
  `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url('${file}'); }`;

/** The document as a web page, in the fonts of the memo, which lie in `fontsFolder` (a file URL). */
export const memoPage = (document: MemoDocument, fontsFolder: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(document.title)}</title><style>
${fontFace('Serif', 400, `${fontsFolder}/source-serif-4-regular.ttf`)}
${fontFace('Serif', 600, `${fontsFolder}/source-serif-4-semibold.ttf`)}
${fontFace('Sans', 400, `${fontsFolder}/inter-regular.ttf`)}
${fontFace('Sans', 600, `${fontsFolder}/inter-semibold.ttf`)}
@page { margin: 30mm 26mm 29.93mm 62mm; }
body { font: 10.5pt/14pt Serif; margin: 0; } p { margin: 7pt 0; }
strong { font-weight: 600; } h2, .cite, .label, th { font-family: Sans; font-weight: 600; font-size: 8pt; }
h2 { font-size: 12pt; break-after: avoid; } tr { break-inside: avoid; }
.note { display: block; font-size: 8pt; } blockquote { margin: 10.5pt 0; border-left: 1pt solid #b9c0c4; padding-left: 11pt; }
table { border-collapse: collapse; } td, th { padding: 2pt 5pt; text-align: left; } td p, th p { margin: 0; }
</style></head><body><h1>${escapeHtml(document.title)}</h1>
${document.sections.map(({ heading, blocks: all }) => `<h2>${escapeHtml(heading)}</h2>${all.map(blockHtml).join('\n')}`).join('\n')}
<h2>Sources</h2><ol>${document.sources
  .map(
    ({ number, text, url }) =>
      `<li id="source-${number}">${escapeHtml(text)} <a href="${url ?? ''}">${escapeHtml(url ?? '')}</a></li>`,
  )
  .join('\n')}</ol></body></html>`;
