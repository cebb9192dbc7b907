import { lettersOf } from '#domain/memo/content/list-numbering.ts';
import { blocksOfDocument } from '#domain/memo/document/blocks-of-document.ts';
import { fitLogo } from '#domain/memo/document/fit-figure.ts';
import {
  annexLead,
  type LaidAnnex,
  type LaidKey,
  type LaidPassage,
  type LaidTable,
} from '#domain/memo/document/lay-apparatus.ts';
import {
  documentFacts,
  type LaidPart,
  layDocument,
  printKicker,
  sourceQuality,
} from '#domain/memo/document/lay-document.ts';
import { contentsDepth, listsContents } from '#domain/memo/document/list-contents.ts';
import { addressBeside, type SourceLabel } from '#domain/memo/document/list-styled-sources.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { AnnexWords, DocumentPicture } from '#domain/memo/document-apparatus.ts';
import type { DocumentMarking, DocumentSource, MemoDocument } from '#domain/memo/memo-document.ts';
import { wordsOf } from '#domain/memo/print/printed-words.ts';
import { printManifest } from '#domain/memo/verify/manifest.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { isolateGrade, isolateNames } from '../isolate-direction.ts';
import { estimatePages } from '../pdf/estimate-pages.ts';
import { beginWriting, type Voice, type Writing } from '../writing.ts';
import { blocksToHtml, idOf } from './html-blocks.ts';
import { contentsToHtml, partId, withHeadingIds } from './html-contents.ts';
import { element, saidIn, sayHtml } from './html-element.ts';
import { pinpointsToHtml, styledToHtml } from './html-runs.ts';

/** Nothing is loaded and nothing runs: the file contains all that it needs, its pictures too. */
const policyOf = ({ logo, pictures }: MemoDocument): string => {
  const hasPictures = logo !== null || Object.keys(pictures).length > 0;
  return `default-src 'none'; style-src 'unsafe-inline'${hasPictures ? '; img-src data:' : ''}`;
};

/** The marking in an element of that class; empty if there is none. */
export const band = (marking: DocumentMarking | null, className: string): string =>
  marking === null ? '' : element('div', { class: className }, element('b', {}, escapeHtml(marking.text)));

/** The source as a list item, numbered by its own number, or in a list ordered by a citation style. */
export const sourceToHtml = (source: DocumentSource, label: SourceLabel, voice: Voice): string => {
  const url = addressBeside(source);
  const { entry } = source;
  const address =
    url === null ? '' : ` ${element('a', { href: url, rel: 'noreferrer', dir: 'ltr' }, escapeHtml(url))}`;
  const words =
    entry === undefined ? escapeHtml(isolateNames(source.text, voice.words)) : styledToHtml(entry.words);
  const number = label === 'behind' ? ` <span class="cite">[${source.number}]</span>` : '';
  const quality = sourceQuality(source);
  return element(
    'li',
    { id: `source-${source.number}`, value: label === 'before' ? `${source.number}` : null },
    element('p', entry === undefined ? saidIn(voice) : {}, `${words}${address}${number}`) +
      (quality === '' ? '' : element('p', { class: 'note' }, sayHtml(quality, { ...voice, said: null }))),
  );
};

/** The parts that an export adds to a memo, as HTML. */

/** A table of words with its head. */
const wordsToHtml = ({ columns, rows }: LaidTable, className: string, voice: Voice): string => {
  const head = columns.map((name) => element('th', { scope: 'col' }, escapeHtml(name))).join('');
  const body = rows.map((row) =>
    element('tr', {}, row.map((cell) => element('td', {}, sayHtml(cell, { ...voice, said: null }))).join('')),
  );
  return element(
    'table',
    { class: className },
    element('thead', saidIn(voice), element('tr', {}, head)) + element('tbody', {}, body.join('')),
  );
};

/** The key below its heading. */
const keyToHtml = ({ entries }: LaidKey, voice: Voice): string =>
  entries
    .map(({ name, text, table }) =>
      [
        element(
          'p',
          saidIn(voice),
          `${element('b', {}, `${escapeHtml(name)}${voice.words.sign.stop}`)} ${sayHtml(text, voice)}`,
        ),
        table === null ? '' : wordsToHtml(table, 'signs', voice),
      ].join(''),
    )
    .join('\n');

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

const paragraphToHtml = (words: readonly AnnexWords[]): string =>
  element(
    'p',
    {},
    words.map(({ text, isCited }) => (isCited ? element('mark', {}, lines(text)) : lines(text))).join(''),
  );

const passageToHtml = (passage: LaidPassage, voice: Voice): string => {
  const { pinpoint, grade, from, paragraphs, lang, dir, notes } = passage;
  const head = `${pinpointsToHtml([pinpoint], voice)} ${element('b', {}, escapeHtml(isolateNames(isolateGrade(grade), voice.words)))} ${escapeHtml(isolateNames(from, voice.words))}`;
  const words = paragraphs.map(paragraphToHtml).join('');
  const below = notes.map(({ lead, text }) =>
    element('p', { class: 'note' }, `${element('b', saidIn(voice), escapeHtml(lead))} ${lines(text)}`),
  );
  return element(
    'figure',
    { class: 'evidence' },
    element('figcaption', saidIn(voice), head) +
      (words === '' ? '' : element('blockquote', { lang, dir }, words)) +
      below.join(''),
  );
};

/** The annex below its heading. */
const annexToHtml = ({ passages }: LaidAnnex, voice: Voice): string =>
  [
    element(
      'p',
      { class: 'note', ...saidIn(voice) },
      escapeHtml(annexLead(voice.words.annex.citedInHtml, voice.words)),
    ),
    ...passages.map((passage) => passageToHtml(passage, voice)),
  ].join('\n');

/** Screen readers do not announce a list without markers as one unless its role is explicit. */
const sourcesToHtml = (
  { sources, label }: Extract<LaidPart, { readonly kind: 'sources' }>,
  voice: Voice,
): string => {
  const items = sources.map((source) => sourceToHtml(source, label, voice)).join('\n');
  return label === 'before'
    ? element('ol', { class: 'sources' }, items)
    : element('ul', { class: 'sources by-name', role: 'list' }, items);
};

const partToHtml = (
  part: LaidPart,
  at: number,
  notes: Writing,
  pictures: MemoDocument['pictures'],
): string => {
  const language = part.kind === 'section' ? {} : saidIn(notes);
  const mark = part.kind === 'section' ? idOf(part.anchor) : null;
  const words = escapeHtml(part.heading);
  const heading = element(
    'h2',
    { id: partId(at), ...language },
    mark === null ? words : element('span', { id: mark }, words),
  );
  switch (part.kind) {
    case 'section': {
      const note =
        part.lexiconNote === null
          ? ''
          : element(
              'p',
              { class: 'note', ...saidIn(notes) },
              element('bdi', {}, sayHtml(part.lexiconNote, notes)),
            );
      return element(
        'section',
        { class: part.role },
        [heading, blocksToHtml(part.blocks, notes, pictures), note].filter((each) => each !== '').join('\n'),
      );
    }
    case 'table':
      return element('section', {}, `${heading}\n${wordsToHtml(part, 'copies', notes)}`);
    case 'key':
      return element('section', { class: 'key' }, `${heading}\n${keyToHtml(part, notes)}`);
    case 'annex':
      return element('section', { role: 'doc-appendix' }, `${heading}\n${annexToHtml(part, notes)}`);
    case 'sources':
      return element('section', { role: 'doc-bibliography' }, `${heading}\n${sourcesToHtml(part, notes)}`);
  }
};

/** As in Word: a memo that would fill four pages has a table of contents, after the parts that are read first. */
const MIN_LISTED_PAGES = 3;

const isFront = (part: LaidPart): boolean =>
  part.kind === 'key' || (part.kind === 'section' && part.role === 'bottom-line');

const partsToHtml = (document: MemoDocument, notes: Writing): readonly string[] => {
  const parts = layDocument(document);
  const made = parts.map((part, at) => partToHtml(part, at, notes, document.pictures));
  if (!listsContents(document, estimatePages(document, 'a4'), MIN_LISTED_PAGES)) return made;
  const depth = contentsDepth(document);
  const front = parts.findIndex((part) => !isFront(part));
  const listed = depth === 1 ? made : made.map(withHeadingIds);
  return listed.toSpliced(front === -1 ? made.length : front, 0, contentsToHtml(parts, depth, notes));
};

const notesToHtml = (notes: Writing): string => {
  const all = notes.all().map(({ mark, note }) => {
    const back = element(
      'a',
      {
        href: `#mark-${mark}`,
        role: 'doc-backlink',
        ...saidIn(notes),
        'aria-label': `${mark}: ${notes.words.citation.backToText}`,
      },
      mark,
    );
    return element('p', { id: `note-${mark}` }, `${element('sup', {}, back)} ${note}`);
  });
  return all.length === 0 ? '' : element('section', { class: 'notes', role: 'doc-endnotes' }, all.join('\n'));
};

const logoToHtml = (logo: DocumentPicture): string => {
  const { widthMm, heightMm } = fitLogo(logo);
  const style = `width:${widthMm}mm;height:${heightMm}mm`;
  const src = `data:${logo.mediaType};base64,${logo.base64}`;
  return element('p', { class: 'logo' }, `<img src="${src}" alt="${escapeHtml(logo.alt)}" style="${style}">`);
};

const headToHtml = (document: MemoDocument, voice: Voice): string => {
  const facts = documentFacts(document).map(
    ({ name, value }) =>
      element('dt', saidIn(voice), escapeHtml(name)) +
      element('dd', {}, element('bdi', {}, sayHtml(value, { ...voice, said: null }))),
  );
  const kicker = element('p', { class: 'kicker' }, escapeHtml(printKicker(document)));
  return element(
    'header',
    {},
    [
      element('div', { class: 'top' }, kicker + band(document.marking, 'band')),
      ...(document.logo === null ? [] : [logoToHtml(document.logo)]),
      ...document.letterhead.map((line) => element('p', { class: 'letterhead' }, escapeHtml(line))),
      element('h1', {}, escapeHtml(document.title)),
      element('dl', { class: 'facts' }, facts.join('\n')),
    ].join('\n'),
  );
};

/** The name of the meta element that holds the manifest. */
export const MANIFEST_META = 'precis-manifest';

/** TLP 2.0: on black, right-justified, 12 pt or larger; a colour is one of the doctrine's, written here as it is. */
export const bandStyle = ({ textColour, background }: DocumentMarking): string =>
  `.band{text-align:right}.band b{display:inline-block;padding:.28em .6em;background:${background};color:${textColour};font:600 12pt/1.2 var(--sans);print-color-adjust:exact;-webkit-print-color-adjust:exact}`;

/** `text` as a quoted string of a style sheet within a `style` element. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} :+.,-]/gu, (mark) => `\\${(mark.codePointAt(0) ?? 0).toString(16)} `)}"`;

const pageStyle = (document: MemoDocument): string => {
  const { marking, asOf } = document;
  const words = wordsOf(document);
  const { page } = words;
  const small = 'font:8.4pt Inter,"Segoe UI",Arial,sans-serif;color:#50575e';
  const band = (at: string): string =>
    marking === null
      ? ''
      : `@${at}{content:${cssString(marking.text)};font:600 12pt Inter,"Segoe UI",Arial,sans-serif;color:${marking.textColour};background:${marking.background};padding:0 6pt;margin:5mm 0;print-color-adjust:exact}`;
  return `@page{margin:28mm 25mm 25mm;@top-left{content:${cssString(printKicker(document))};${small}}${band('top-right')}@bottom-left{content:${cssString(words.asOf(asOf))};${small}}@bottom-center{content:${cssString(page.before)} counter(page) ${cssString(page.between)} counter(pages) ${cssString(page.after)};${small}}${band('bottom-right')}}`;
};

const common = `
:root{--sans:Inter,"Segoe UI",Arial,sans-serif;--ink:#16191c;--soft:#50575e;--accent:#1b5a63;--rule:#c9cfd2;--faint:#dfe3e5;--ground:#f4f5f5;--sheet:#fff;--wash:#eef4f3;--bar:#a9c3c6;--cited:#e4e8ea;--sought:#fdf3d0;--gutter:max(0px,100% - 128mm);color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e4e8ea;--soft:#a9b2b8;--accent:#7fc3cc;--rule:#414a50;--faint:#30383d;--ground:#121517;--sheet:#1a1e21;--wash:#1d2b2d;--bar:#456a6f;--cited:#38434a;--sought:#4a4118}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:12.5pt/1.5 "Source Serif 4","Source Serif Pro",Georgia,"Times New Roman",serif;overflow-wrap:break-word}
.sheet{max-width:calc(30.5em + 6.8rem);margin:2rem auto;padding:2.6rem 3.4rem 3rem;background:var(--sheet);border:1px solid var(--faint)}
.kicker{margin:0;color:var(--soft);font:500 9.5pt/1.4 var(--sans)}
.top{display:flex;gap:1rem;align-items:center;justify-content:space-between;margin-bottom:2.2rem}
h1{margin:0 0 1.1rem;font-size:23pt;font-weight:600;line-height:1.18;text-wrap:balance}
h2{margin:2rem 0 .6rem;color:var(--accent);font:600 11.5pt/1.35 var(--sans);break-after:avoid}
h3{margin:1.4rem 0 .4rem;font:600 10.5pt/1.35 var(--sans);break-after:avoid}
h4{margin:1.1rem 0 .3rem;font:italic 500 10pt/1.35 var(--sans);break-after:avoid}
.number{min-width:1.7em;margin-inline-end:.35em;display:inline-block;color:var(--soft);font:.82em/1 var(--sans);font-variant-numeric:tabular-nums}
p{margin:.75em 0;orphans:2;widows:2}
.logo{margin:0 0 2mm}
.logo img{display:block;max-width:100%}
.letterhead{margin:0;font:600 10.5pt/1.4 var(--sans)}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.1rem;margin:0 0 1.4rem;padding-bottom:1.3rem;border-bottom:1px solid var(--rule);font-size:11.2pt}
.facts dt{color:var(--soft);font:400 9.5pt/1.75 var(--sans)}
.facts dd{margin:0}
.bottom-line{margin:1.4rem 0;padding:.9rem 1.1rem;background:var(--wash);border-inline-start:3px solid var(--accent);font-size:13.2pt;print-color-adjust:exact}
.bottom-line h2{margin:0 0 .3rem;font-size:10.5pt}
.bottom-line p:last-child{margin-bottom:0}
strong,b{font-weight:600}
a{color:var(--accent)}
.cite{color:var(--accent);font:600 .74em/1 var(--sans);white-space:nowrap}
.cite a{text-decoration:none}
.cite a:hover,.cite a:focus{text-decoration:underline}
sup,sub{font-size:.7em;line-height:0}
.small-caps{font-variant-caps:small-caps}
.page-break{display:none}
sup a{text-decoration:none;font-family:var(--sans)}
.judgements,.sources{padding-inline-start:1.9rem}
.judgements>li,.sources>li{margin:1.05rem 0;break-inside:avoid}
.judgements>li>p:first-child,.sources>li>p:first-child{margin:0}
li::marker{color:var(--accent);font-family:var(--sans);font-size:.86em;font-weight:600;font-variant-numeric:tabular-nums}
li>p:first-child{margin-top:0}
li>p:is(:last-child,:has(+:is(ol,ul))){margin-bottom:0}
.note{margin:.35rem 0 0;color:var(--soft);font:400 10pt/1.45 var(--sans)}
.note b{color:var(--ink)}
.quotation{margin:1.3rem 0;padding-inline-start:1rem;border-inline-start:2px solid var(--bar);break-inside:avoid}
.quotation.rtl{padding:0 1rem 0 0;border-inline-start:0;border-right:2px solid var(--bar)}
.quotation.ltr{padding:0 0 0 1rem;border-inline-start:0;border-left:2px solid var(--bar)}
.quotation blockquote{margin:0}
.quotation blockquote p{margin:.5em 0}
.quotation .original{margin-top:.35em;color:var(--soft);font-size:.9em}
.quotation blockquote p:first-child{margin-top:0}
.quotation figcaption{margin-top:.55rem;color:var(--soft);font:400 9.6pt/1.45 var(--sans)}
.quotation figcaption b{color:var(--ink);white-space:nowrap}
.quotation figcaption .cite{font-size:.9em}
blockquote.own{margin:1.3rem 0;padding-inline-start:1rem;border-inline-start:2px solid var(--bar)}
.own p{margin:.5em 0}
.omission{color:var(--soft);font-family:var(--sans)}
@media screen{.wide{overflow-x:auto}}
table{width:100%;margin:1.2rem 0;border-collapse:collapse;border-top:1.5px solid var(--soft);border-bottom:1px solid var(--faint);font-size:11pt;font-variant-numeric:tabular-nums}
thead{display:table-header-group;border-bottom:1px solid var(--soft)}
tr{break-inside:avoid}
th,td{padding-block:.4rem;padding-inline:0 .5rem;border-bottom:1px solid var(--faint);text-align:start;vertical-align:top}
th{font:600 9.5pt/1.4 var(--sans)}
th p,td p{margin:.2em 0}
.end,.decimal{text-align:end}
.pad::after{content:attr(data-pad);visibility:hidden}
[dir=rtl] :is(.end,.decimal){direction:ltr;text-align:right}
.contents ul{margin:0;padding:0;list-style:none;font-size:11pt}
.contents li{margin:.2rem 0}
.contents ul ul{padding-inline-start:1.4rem;font-size:inherit}
.contents a{text-decoration:none}
.contents a:hover,.contents a:focus{text-decoration:underline}
.centre{text-align:center}
.table-caption{margin:1.2rem 0 .4rem;font:9.5pt/1.4 var(--sans);break-after:avoid}
.table-caption+table{margin-top:0}
.table-source{margin:-.8rem 0 1.2rem;font:8.8pt/1.4 var(--sans)}
.picture{margin:1.4rem 0;break-inside:avoid}
.picture img{display:block;max-width:100%;height:auto}
.picture figcaption{margin-top:.5rem;color:var(--soft);font:400 9.5pt/1.4 var(--sans)}
.picture figcaption b{color:var(--ink)}
.sources{font-size:11pt}
.sources a{overflow-wrap:anywhere}
.by-name{padding-inline-start:1.9rem;list-style:none}
.by-name>li>p:first-child{text-indent:-1.9rem}
.cited a{text-decoration:none}
.cited a:hover,.cited a:focus{text-decoration:underline}
.copies td:nth-child(2){font:9pt var(--sans);overflow-wrap:anywhere}
.signs{width:auto;margin:.4rem 0 1rem}
.signs td{padding-inline-end:1.4rem}
.signs td:nth-child(odd){font-weight:600}
.evidence{margin:1.4rem 0;break-inside:avoid}
.evidence figcaption{font:400 9.6pt/1.45 var(--sans)}
.evidence .cite{font-size:1em}
.evidence blockquote{margin:.4rem 0;color:var(--soft);font-size:11pt}
.evidence blockquote p{margin:.3em 0}
.evidence .note{overflow-wrap:anywhere}
mark{padding:.1em 0;background:var(--cited);color:var(--ink);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.notes{margin-top:2rem;padding-top:.8rem;border-top:1px solid var(--rule);font-size:10.5pt}
.notes p{margin:.3rem 0}
.band.foot{margin-top:2.4rem}
:target{background:var(--sought)}
@media screen{:is(.sources,.own,.original,.evidence blockquote,.notes) p{max-width:30.5em}:is(figcaption,.note,.table-source){max-width:33em}}
@media(max-width:40rem){.sheet{margin:0;padding:1.2rem;border:0}}
@media print{.page-break{display:block;break-after:page}body{background:none;font-size:10.6pt}.sheet{max-width:none;margin:0;padding:0;border:0}main>:is(section,nav):not(.bottom-line)>:not(table,.wide),.bottom-line,h1,.letterhead,.logo{margin-inline-start:var(--gutter)}.facts{grid-template-columns:calc(var(--gutter) - 1.1rem) 1fr}h1{font-size:22pt}.bottom-line{font-size:11.4pt}.facts,table,.sources{font-size:9.8pt}:target{background:none}a{text-decoration:none}}
`;

const counters = {
  1: 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
} as const;

/** Parentheses around the numbers of lists, which no `type` of HTML says. */
const numberingStyle = ({ sections }: MemoDocument): string => {
  const all = blocksOfDocument(sections).flatMap((block) =>
    block.kind === 'list' && block.numbering !== undefined ? [block.numbering] : [],
  );
  return [...new Set(all)]
    .filter((numbering) => numbering.endsWith(')'))
    .map((numbering) => {
      const letters = lettersOf(numbering);
      const [before = '', after = ''] = numbering.split(letters);
      return `ol[data-numbering="${numbering}"]>li::marker{content:"${before}" counter(list-item,${counters[letters]}) "${after} "}\n`;
    })
    .join('');
};

/** The whole style sheet of a memo, for the screen and for paper. */
const memoStyle = (document: MemoDocument): string =>
  `${common.trim()}\n${document.marking === null ? '' : bandStyle(document.marking)}\n${numberingStyle(document)}${pageStyle(document)}`;

const metaOf = (document: MemoDocument): string =>
  [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(document)}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...(document.from === '' || !document.hasProperties
      ? []
      : [`<meta name="author" content="${escapeHtml(document.from)}">`]),
    ...(document.manifest === null
      ? []
      : [`<meta name="${MANIFEST_META}" content="${escapeHtml(printManifest(document.manifest))}">`]),
    element('title', {}, escapeHtml(document.title)),
    element('style', {}, memoStyle(document)),
  ].join('\n');

/** The memo as one inert web page: no script, nothing to load, its styles inside, for the screen and for paper. */
export const writeMemoHtml = (document: MemoDocument): string => {
  const notes = beginWriting(document);
  const parts = partsToHtml(document, notes);
  const sheet = [
    headToHtml(document, notes),
    element('main', {}, [...parts, notesToHtml(notes)].filter((each) => each !== '').join('\n')),
    ...(document.marking === null ? [] : [element('footer', {}, band(document.marking, 'band foot'))]),
  ].join('\n');
  const dir = textDirection('', document.language);
  return `<!doctype html>\n<html lang="${escapeHtml(document.language)}" dir="${dir}">\n<head>\n${metaOf(document)}\n</head>\n<body>\n<div class="sheet">\n${sheet}\n</div>\n</body>\n</html>\n`;
};
