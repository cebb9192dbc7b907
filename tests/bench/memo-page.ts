/**
 * A memo as a page for a browser, with what stands on paper: the head of the first page, contents, labels and grades
 * beside the text, numbers of paragraphs and tables, footnotes below their part, the list of sources. Fonts, sizes
 * and the column are those of resources/templates. A browser can't print footnotes at the foot, page numbers in the
 * contents, and the section at the head of a page: these are the memo's alone.
 */

import type { DocumentBlock, DocumentSection, MemoDocument, Run } from '#domain/memo/memo-document.ts';
import { readGradeLine } from '#domain/memo/print/read-grade-line.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const all = <Item>(items: readonly Item[], print: (item: Item, at: number) => string): string =>
  items.map(print).join('');
const beside = (...lines: readonly (string | null)[]): string =>
  `<aside>${all(lines, (line) => (line === null ? '' : `<span>${escapeHtml(line)}</span>`))}</aside>`;

const runHtml = (run: Run): string => {
  switch (run.kind) {
    case 'text':
    case 'quote':
      return 'bold' in run && run.bold ? `<strong>${escapeHtml(run.text)}</strong>` : escapeHtml(run.text);
    case 'break':
      return '<br>';
    case 'reference':
      return escapeHtml(run.text);
    case 'footnote':
      return '<sup>a</sup>';
    case 'citation':
      return ` <span class="cite">[${run.pinpoints
        .map((pin) => `<a href="#source-${pin.source}">${pin.source} ¶${pin.paragraph}</a>`)
        .join(', ')}]</span>`;
  }
};
const runsHtml = (runs: readonly Run[]): string => all(runs, runHtml);

type Of<Kind extends DocumentBlock['kind']> = Extract<DocumentBlock, { readonly kind: Kind }>;
type Numbers = { paragraph: number; table: number };

const quotationHtml = ({ quotes, attribution, grade, pinpoint }: Of<'quotation'>): string => {
  const rating = readGradeLine(grade);
  const words = all(quotes, (quote) => `<p>${escapeHtml(quote)}</p>`);
  const place = `<span class="cite">[<a href="#source-${pinpoint.source}">${pinpoint.source} ¶${pinpoint.paragraph}</a>]</span>`;
  const from = `<p class="small">${escapeHtml(attribution)} ${place}</p>`;
  return `<div class="block">${beside(rating.grade ?? 'Not graded', rating.words, rating.via)}<blockquote>${words}${from}</blockquote></div>`;
};

const judgementHtml = (block: Of<'judgement'>): string => {
  const notes = [block.confidence, block.assumptions, block.wouldChange].filter((note) => note !== null);
  const lines = all(notes, (note) => `<p class="small">${escapeHtml(note)}</p>`);
  const scale = `<i>${'<b></b>'.repeat(7)}</i>`;
  return `<div class="block">${beside(block.likelihood)}${scale}<p><span class="number">${block.number}</span>${runsHtml(block.statement)}</p>${lines}</div>`;
};

const tableHtml = (block: Of<'table'>, numbers: Numbers): string => {
  const row = (at: number): string => {
    const name = at < block.headerRows ? 'th' : 'td';
    const placed = block.cells.filter((cell) => cell.row === at);
    return `<tr>${all(placed, (cell) => `<${name}>${blocksHtml(cell.blocks, null)}</${name}>`)}</tr>`;
  };
  const rows = Array.from({ length: Math.max(...block.cells.map((cell) => cell.row)) + 1 }, (_, at) =>
    row(at),
  );
  const head = rows.slice(0, block.headerRows).join('');
  numbers.table += 1;
  return `<div class="block">${beside(`Table ${numbers.table}`)}<table><thead>${head}</thead><tbody>${rows.slice(block.headerRows).join('')}</tbody></table></div>`;
};

const paragraphHtml = ({ runs }: Of<'paragraph'>, numbers: Numbers | null): string => {
  if (numbers === null) return `<p>${runsHtml(runs)}</p>`;
  numbers.paragraph += 1;
  return `<p><span class="number">${numbers.paragraph}</span>${runsHtml(runs)}</p>`;
};

const blockHtml = (block: DocumentBlock, numbers: Numbers | null): string => {
  switch (block.kind) {
    case 'paragraph':
      return paragraphHtml(block, numbers);
    case 'page-break':
      return '';
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'figure':
      return `<figure><figcaption>Figure ${block.number}. ${escapeHtml(block.caption)}</figcaption></figure>`;
    case 'own-quotation':
      return `<blockquote>${blocksHtml(block.blocks, null)}</blockquote>`;
    case 'list':
      return `<ul>${all(block.items, (item) => `<li>${blocksHtml(item, null)}</li>`)}</ul>`;
    case 'table':
      return tableHtml(block, numbers ?? { paragraph: 0, table: 0 });
    case 'judgement':
      return judgementHtml(block);
    case 'quotation':
      return quotationHtml(block);
  }
};
const blocksHtml = (blocks: readonly DocumentBlock[], numbers: Numbers | null): string =>
  all(blocks, (block) => blockHtml(block, numbers));

const titleHtml = ({ title, asOf, referenceNumber, marking, ...memo }: MemoDocument): string => {
  const facts = [
    ['For', memo.for],
    ['As of', asOf],
    ['From', memo.from],
    ['Ref.', referenceNumber],
    ['Handling', marking?.text ?? ''],
  ];
  const lines = all(
    facts,
    ([name = '', value = '']) => `<div class="fact">${beside(name)}${escapeHtml(value)}</div>`,
  );
  return `<h1>${escapeHtml(title)}</h1>${lines}`;
};

/** The footnotes of paragraphs, as they stand below a part. */
const notesHtml = (blocks: readonly DocumentBlock[]): string => {
  const runs = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []));
  return all(runs, (run) =>
    run.kind === 'footnote' ? `<p class="small"><sup>a</sup> ${escapeHtml(run.text)}</p>` : '',
  );
};

const sectionHtml = ({ heading, role, blocks }: DocumentSection, numbers: Numbers): string => {
  const isFirst = role === 'bottom-line' || role === 'key-judgements';
  const own = isFirst ? '' : ' class="part"';
  return `<h2${own}>${escapeHtml(heading)}</h2>${blocksHtml(blocks, isFirst ? null : numbers)}${notesHtml(blocks)}`;
};

const sourcesHtml = ({ sources }: MemoDocument): string =>
  `<h2 class="part">Sources</h2>${all(
    sources,
    ({ number, text, url, reliability, descriptor }) =>
      `<div class="block" id="source-${number}">${beside(reliability)}<span class="number">${number}</span>${escapeHtml(text)}<p class="small"><a href="${url ?? ''}">${escapeHtml(url ?? '')}</a></p><p class="small">${escapeHtml(descriptor ?? '')}</p></div>`,
  )}`;

const fontFace = (family: string, weight: number, file: string): string =>
  `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url('${file}'); }`;

const style = (fontsFolder: string): string => `
${fontFace('Memo Serif', 400, `${fontsFolder}/source-serif-4-regular.ttf`)}
${fontFace('Memo Serif', 600, `${fontsFolder}/source-serif-4-semibold.ttf`)}
${fontFace('Memo Sans', 400, `${fontsFolder}/inter-regular.ttf`)}
${fontFace('Memo Sans', 600, `${fontsFolder}/inter-semibold.ttf`)}
@page { margin: 30mm 26mm 29.93mm 22mm; }
body { font: 10.5pt/14pt 'Memo Serif'; margin: 0 0 0 40mm; } p { margin: 7pt 0; widows: 2; orphans: 2; }
strong { font-weight: 600; } h1, h2 { break-after: avoid; }
h2 { font: 600 12pt/14pt 'Memo Sans'; margin: 17.5pt 0 7pt -40mm; padding: 7pt 0 0 40mm; border-top: .5pt solid #8d959a; }
.part { break-before: page; } tr { break-inside: avoid; }
.block { position: relative; break-inside: avoid; margin: 10.5pt 0 12pt; } .block > p { margin: 0; }
.fact { position: relative; } aside { position: absolute; left: -40mm; width: 34mm; font: 8pt/10.5pt 'Memo Sans'; color: #50575e; }
aside span { display: block; } .block > i { position: absolute; left: -40mm; top: 14pt; display: flex; width: 27mm; }
.block > i b { flex: 1; height: 1.1mm; background: #e4e8ea; }
.number { position: absolute; left: -8mm; font: 8pt/14pt 'Memo Sans'; color: #50575e; } p { position: relative; }
.cite { font: 600 7.6pt/1 'Memo Sans'; color: #50575e; } .small { font: 8pt/10.5pt 'Memo Sans'; color: #50575e; margin: 3pt 0 0; }
sup { font: 7pt/0 'Memo Serif'; } th { font: 600 8pt/10.5pt 'Memo Sans'; }
blockquote { margin: 0; border-left: 1pt solid #b9c0c4; padding-left: 4mm; }
table { border-collapse: collapse; width: 100%; border-block: .8pt solid; } td, th { padding: 1.75pt 14pt 1.75pt 0; text-align: right; }
td:first-child, th:first-child { text-align: left; } td p, th p { margin: 0; }
.contents { font-size: 9.6pt; } .contents p { margin: 0; border-bottom: 1px dotted #b9c0c4; }`;

/** The document as a web page, in the fonts of the memo, which lie in `fontsFolder` (a file URL). */
export const memoPage = (document: MemoDocument, fontsFolder: string): string => {
  const numbers = { paragraph: 0, table: 0 };
  const { sections } = document;
  const contents = `<h2>Contents</h2><div class="contents">${all(sections, ({ heading }) => `<p>${escapeHtml(heading)}</p>`)}</div>`;
  const parts = all(sections, (section, at) => `${at === 2 ? contents : ''}${sectionHtml(section, numbers)}`);
  const head = `<meta charset="utf-8"><title>${escapeHtml(document.title)}</title><style>${style(fontsFolder)}</style>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${titleHtml(document)}${parts}${sourcesHtml(document)}</body></html>`;
};
