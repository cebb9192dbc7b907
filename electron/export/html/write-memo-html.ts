import { fitLogo } from '#domain/memo/document/fit-picture.ts';
import { createFootnoteList, type FootnoteList } from '#domain/memo/document/footnote-mark.ts';
import {
  documentFacts,
  type LaidPart,
  layDocument,
  printKicker,
  sourceQuality,
} from '#domain/memo/document/lay-document.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { DocumentPicture } from '#domain/memo/document-apparatus.ts';
import type { DocumentMarking, DocumentSource, MemoDocument } from '#domain/memo/memo-document.ts';
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { printManifest } from '#domain/memo/verify/manifest.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { isolateNames } from '../isolate-direction.ts';
import { annexToHtml, keyToHtml, wordsToHtml } from './html-apparatus.ts';
import { blocksToHtml } from './html-blocks.ts';
import { element, said } from './html-element.ts';
import { memoStyle } from './memo-style.ts';

/** Nothing is loaded, nothing runs: what the file needs stands in it, its pictures too. */
const policyOf = ({ logo, pictures }: MemoDocument): string => {
  const hasPictures = logo !== null || Object.keys(pictures).length > 0;
  return `default-src 'none'; style-src 'unsafe-inline'${hasPictures ? '; img-src data:' : ''}`;
};

const band = (marking: DocumentMarking | null, className: string): string =>
  marking === null ? '' : element('div', { class: className }, element('b', {}, escapeHtml(marking.text)));

/** The source as an item of a list that is numbered by its own number. */
export const sourceToHtml = (source: DocumentSource): string => {
  const { url } = source;
  const address =
    url === null ? '' : ` ${element('a', { href: url, rel: 'noreferrer', dir: 'ltr' }, escapeHtml(url))}`;
  const quality = sourceQuality(source);
  return element(
    'li',
    { id: `source-${source.number}`, value: `${source.number}` },
    element('p', said, `${escapeHtml(isolateNames(source.text))}${address}`) +
      (quality === '' ? '' : element('p', { class: 'note' }, escapeHtml(quality))),
  );
};

const partToHtml = (
  part: LaidPart,
  notes: FootnoteList<string>,
  pictures: MemoDocument['pictures'],
): string => {
  const heading = element('h2', part.kind === 'section' ? {} : said, escapeHtml(part.heading));
  switch (part.kind) {
    case 'section': {
      const note =
        part.lexiconNote === null
          ? ''
          : element('p', { class: 'note', ...said }, escapeHtml(part.lexiconNote));
      return element(
        'section',
        { class: part.role },
        [heading, blocksToHtml(part.blocks, notes, pictures), note].filter((each) => each !== '').join('\n'),
      );
    }
    case 'table':
      return element('section', {}, `${heading}\n${wordsToHtml(part, 'copies')}`);
    case 'key':
      return element('section', { class: 'key' }, `${heading}\n${keyToHtml(part)}`);
    case 'annex':
      return element('section', { role: 'doc-appendix' }, `${heading}\n${annexToHtml(part)}`);
    case 'sources':
      return element(
        'section',
        { role: 'doc-bibliography' },
        `${heading}\n${element('ol', { class: 'sources' }, part.sources.map(sourceToHtml).join('\n'))}`,
      );
  }
};

const notesToHtml = (notes: FootnoteList<string>): string => {
  const all = notes.all().map(({ mark, note }) => {
    const back = element(
      'a',
      {
        href: `#mark-${mark}`,
        role: 'doc-backlink',
        ...said,
        'aria-label': printedWords.citation.backToText,
      },
      mark,
    );
    return element('p', { id: `note-${mark}` }, `${element('sup', {}, back)} ${escapeHtml(note)}`);
  });
  return all.length === 0 ? '' : element('section', { class: 'notes', role: 'doc-endnotes' }, all.join('\n'));
};

const logoToHtml = (logo: DocumentPicture): string => {
  const { widthMm, heightMm } = fitLogo(logo);
  const style = `width:${widthMm}mm;height:${heightMm}mm`;
  const src = `data:${logo.mediaType};base64,${logo.base64}`;
  return element('p', { class: 'logo' }, `<img src="${src}" alt="${escapeHtml(logo.alt)}" style="${style}">`);
};

const headToHtml = (document: MemoDocument): string => {
  const facts = documentFacts(document).map(
    ({ name, value }) => element('dt', said, escapeHtml(name)) + element('dd', {}, escapeHtml(value)),
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

/** The memo as one inert web page: no script, nothing to load, its styles within, for the screen and for paper. */
export const writeMemoHtml = (document: MemoDocument): string => {
  const notes = createFootnoteList<string>();
  const parts = layDocument(document).map((part) => partToHtml(part, notes, document.pictures));
  const sheet = [
    headToHtml(document),
    element('main', {}, [...parts, notesToHtml(notes)].filter((each) => each !== '').join('\n')),
    band(document.marking, 'band foot'),
  ].join('\n');
  const dir = textDirection('', document.language);
  return `<!doctype html>\n<html lang="${escapeHtml(document.language)}" dir="${dir}">\n<head>\n${metaOf(document)}\n</head>\n<body>\n<div class="sheet">\n${sheet}\n</div>\n</body>\n</html>\n`;
};
