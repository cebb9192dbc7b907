/**
 * An article with its passages as one web page: the text as stored, each passage marked in it and described below. The
 * page needs no other file, runs nothing and loads nothing.
 */
import type { BlockNode, InlineNode, Mark, TextBlock } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { numberParagraphs } from '#domain/article/body/paragraph-numbers.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { type PagePlace, printPage } from '#domain/article/pages.ts';
import { printMarkingBand } from '#domain/memo/document/build-memo-document.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { DocumentMarking } from '#domain/memo/memo-document.ts';
import { printPageOf } from '#domain/memo/print/place-in-text.ts';
import { printDay } from '#domain/memo/print/print-date.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import type { LabelLookId } from '#domain/passage/label.ts';
import { passageWords, quotesOf, regionOf } from '#domain/passage/passage.ts';
import {
  isOfPage,
  type RegionOfPicture,
  type RegionSelector,
} from '#domain/passage/region/region-selector.ts';
import { mediaTypeOf } from '#domain/picture/stored-picture.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { MarkedArticle, MarkedPassage, WriteArticleHtml } from '../../ports/memo-writer.ts';
import { isolateNames } from '../isolate-direction.ts';
import { articleStyle } from './article-style.ts';
import { element } from './html-element.ts';
import { band } from './write-memo-html.ts';

/** A passage with its number in the page: from 1 in the order of the text; null for a passage that is not in it. */
type Numbered = MarkedPassage & { readonly number: number | null };

/** A highlight over a stretch of the text. */
type Drawn = TextRange & { readonly number: number; readonly look: LabelLookId; readonly isLast: boolean };

/** The input for drawing the text, and the position reached. */
type Drawing = {
  readonly starts: ReadonlyMap<TextBlock, number>;
  readonly paragraphs: ReadonlyMap<number, number>;
  readonly drawn: readonly Drawn[];
  readonly regions: ReadonlyMap<
    number,
    readonly { readonly passage: Numbered; readonly region: RegionOfPicture }[]
  >;
  readonly pictures: MarkedArticle['pictures'];
  page: number | null;
};

const said = { lang: 'en', dir: 'ltr' };

const wrappers: Readonly<Partial<Record<Mark['type'], string>>> = {
  bold: 'strong',
  italic: 'em',
  code: 'code',
  strike: 's',
  inserted: 'ins',
  superscript: 'sup',
  subscript: 'sub',
};

/** Only addresses that open in a browser or a mail program become links. */
const ADDRESS = /^(?:https?|mailto):/iu;

const withMark = (html: string, mark: Mark): string => {
  if (mark.type === 'link')
    return ADDRESS.test(mark.attrs.href)
      ? element('a', { href: mark.attrs.href, rel: 'noreferrer' }, html)
      : html;
  const tag = wrappers[mark.type];
  return tag === undefined ? html : element(tag, {}, html);
};

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

/** The number of a passage after its last word, linked to its description. */
const signOf = (number: number): string =>
  element(
    'sup',
    { class: 'sign', ...said },
    element('a', { href: `#passage-${number}`, 'aria-label': `Passage ${number}` }, String(number)),
  );

/** A stretch of text inside the marks of those passages, the outermost first. */
const inPassages = (html: string, over: readonly Drawn[]): string =>
  over.reduceRight(
    (inner, { look }, depth) => element('mark', { class: `${look} d${Math.min(depth, 2)}` }, inner),
    html,
  );

/** `text`, split where a passage begins or ends; `from` is the offset of its first character. */
const drawText = (text: string, from: number, drawing: Drawing): string => {
  const to = from + text.length;
  const here = drawing.drawn.filter(({ start, end }) => start < to && end > from);
  const cuts = [from, to, ...here.flatMap(({ start, end }) => [start, end])]
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b);
  return cuts
    .slice(1)
    .map((end, at) => {
      const start = cuts[at] ?? end;
      const over = here.filter((each) => each.start <= start && each.end >= end);
      const words = start < end ? inPassages(lines(text.slice(start - from, end - from)), over) : '';
      const signs = here.filter((each) => each.isLast && each.end === end && start < end);
      return words + signs.map(({ number }) => signOf(number)).join('');
    })
    .join('');
};

/** The sign at the beginning of a page of the original, drawn once. */
const pageSign = ({ marks }: InlineNode, drawing: Drawing): string => {
  const mark = marks?.find((each) => each.type === 'page');
  const place: PagePlace | null = mark?.type === 'page' ? mark.attrs : null;
  if (place === null || place.index === drawing.page) return '';
  drawing.page = place.index;
  return element('span', { class: 'page', ...said }, escapeHtml(printPageOf(printPage(place))));
};

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;

const frameOf = (passage: Numbered, { picture, xywh }: RegionOfPicture): string => {
  const style = [
    `left:${share(xywh.x, picture.width)}`,
    `top:${share(xywh.y, picture.height)}`,
    `width:${share(xywh.w, picture.width)}`,
    `height:${share(xywh.h, picture.height)}`,
  ].join(';');
  return element('span', { class: `frame ${passage.label.look}`, style }, signOf(passage.number ?? 0));
};

type Pictured = Pick<RegionSelector['picture'], 'sha256' | 'format' | 'width' | 'height'>;

const pictureToHtml = ({ format, width, height }: Pictured, alt: string, data: string | undefined) =>
  data === undefined
    ? element('em', {}, escapeHtml(alt === '' ? '[Picture missing]' : `[Picture missing: ${alt}]`))
    : `<img src="data:${mediaTypeOf[format]};base64,${data}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`;

const inlineToHtml = (node: InlineNode, at: number, drawing: Drawing): string => {
  const page = pageSign(node, drawing);
  switch (node.type) {
    case 'text':
      return page + (node.marks ?? []).reduce(withMark, drawText(node.text, at, drawing));
    case 'hardBreak':
      return `${page}<br>`;
    case 'image':
      return (
        page +
        element('em', {}, escapeHtml(node.attrs.alt === '' ? '[Picture]' : `[Picture: ${node.attrs.alt}]`))
      );
    case 'picture': {
      const frames = (drawing.regions.get(at) ?? []).map(({ passage, region }) => frameOf(passage, region));
      const picture = pictureToHtml(node.attrs, node.attrs.alt, drawing.pictures[node.attrs.sha256]);
      return page + element('span', { class: 'picture' }, picture + frames.join(''));
    }
  }
};

const lengthOf = (node: InlineNode): number => (node.type === 'text' ? node.text.length : 1);

const contentOf = (block: TextBlock, drawing: Drawing): string => {
  let at = drawing.starts.get(block) ?? 0;
  return (block.content ?? [])
    .map((node) => {
      const html = inlineToHtml(node, at, drawing);
      at += lengthOf(node);
      return html;
    })
    .join('');
};

const paragraphToHtml = (block: TextBlock, drawing: Drawing): string => {
  const number = drawing.paragraphs.get(drawing.starts.get(block) ?? -1);
  const sign = number === undefined ? '' : element('span', { class: 'number', ...said }, `¶${number}`);
  return element('p', {}, sign + contentOf(block, drawing));
};

const cellsOf = (row: Extract<BlockNode, { type: 'table' }>['content'][number], drawing: Drawing): string =>
  row.content
    .map(({ type, attrs: { colspan, rowspan }, content }) =>
      element(
        type === 'tableHeader' ? 'th' : 'td',
        { colspan: colspan === 1 ? null : `${colspan}`, rowspan: rowspan === 1 ? null : `${rowspan}` },
        blocksToHtml(content, drawing),
      ),
    )
    .join('');

const itemsOf = (items: readonly { readonly content: readonly BlockNode[] }[], drawing: Drawing): string =>
  items.map(({ content }) => element('li', {}, blocksToHtml(content, drawing))).join('');

const blockToHtml = (block: BlockNode, drawing: Drawing): string => {
  switch (block.type) {
    case 'paragraph':
      return paragraphToHtml(block, drawing);
    case 'heading':
      // The title of the page is the first-level heading.
      return element(`h${Math.min(6, block.attrs.level + 1)}`, {}, contentOf(block, drawing));
    case 'codeBlock':
      return element('pre', {}, contentOf(block, drawing));
    case 'horizontalRule':
      return '<hr>';
    case 'blockquote':
      return element('blockquote', {}, blocksToHtml(block.content, drawing));
    case 'bulletList':
      return element('ul', {}, itemsOf(block.content, drawing));
    case 'orderedList':
      return element('ol', { start: `${block.attrs.start}` }, itemsOf(block.content, drawing));
    case 'table':
      return element(
        'table',
        {},
        block.content.map((row) => element('tr', {}, cellsOf(row, drawing))).join(''),
      );
  }
};

const blocksToHtml = (blocks: readonly BlockNode[], drawing: Drawing): string =>
  blocks.map((block) => blockToHtml(block, drawing)).join('\n');

const isInText = ({ passage, ranges }: MarkedPassage): boolean => {
  const region = regionOf(passage);
  return ranges.length > 0 || (region !== null && isOfPage(region));
};

const startOf = ({ ranges, said: { page } }: MarkedPassage): number =>
  ranges[0]?.start ?? (page === null ? Number.POSITIVE_INFINITY : Number.MAX_SAFE_INTEGER);

/** The passages in the order of the text; those that are not in it come last, without a number. */
const numbered = (passages: readonly MarkedPassage[]): readonly Numbered[] => {
  const inText = passages.filter(isInText).toSorted((a, b) => startOf(a) - startOf(b));
  return [
    ...inText.map((passage, at) => ({ ...passage, number: at + 1 })),
    ...passages.filter((passage) => !isInText(passage)).map((passage) => ({ ...passage, number: null })),
  ];
};

/** The longer passages first, so that a shorter one is drawn within them. */
const drawnOf = (passages: readonly Numbered[]): readonly Drawn[] =>
  passages
    .flatMap(({ label, passage, ranges, number }) =>
      number === null || regionOf(passage) !== null
        ? []
        : ranges.map((range, at) => ({
            ...range,
            number,
            look: label.look,
            isLast: at === ranges.length - 1,
          })),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start));

const regionsOf = (passages: readonly Numbered[]): Drawing['regions'] => {
  const regions = new Map<number, { readonly passage: Numbered; readonly region: RegionOfPicture }[]>();
  for (const passage of passages) {
    const region = regionOf(passage.passage);
    const [range] = passage.ranges;
    if (region === null || isOfPage(region) || range === undefined) continue;
    regions.set(range.start, [...(regions.get(range.start) ?? []), { passage, region }]);
  }
  return regions;
};

/** Whether the text begins with a heading that repeats the title: the page then shows it once, with its passages. */
const isTitle = (block: BlockNode | undefined, title: string): block is TextBlock =>
  block?.type === 'heading' &&
  textBlockText(block).replaceAll(/\s+/gu, ' ').trim() === title.replaceAll(/\s+/gu, ' ').trim();

/** The title of the page, and the text below it. */
const textToHtml = (
  { body, pictures }: MarkedArticle,
  { passages, title }: { readonly passages: readonly Numbered[]; readonly title: string },
): { readonly title: string; readonly text: string } => {
  const spans = textBlockSpans(body);
  const drawing: Drawing = {
    starts: new Map(spans.map(({ block, start }) => [block, start])),
    paragraphs: new Map(numberParagraphs(spans).map(({ number, start }) => [start, number])),
    drawn: drawnOf(passages),
    regions: regionsOf(passages),
    pictures,
    page: null,
  };
  const [first, ...rest] = body.content;
  return isTitle(first, title)
    ? { title: contentOf(first, drawing), text: blocksToHtml(rest, drawing) }
    : { title: escapeHtml(title), text: blocksToHtml(body.content, drawing) };
};

const printPlace = ({ page, paragraph }: MarkedPassage['said']): string =>
  [...(page === null ? [] : [printPageOf(page)]), ...(paragraph === null ? [] : [`¶${paragraph}`])].join(' ');

const factsOf = (
  { label, passage, said: exported, number }: Numbered,
  hasNames: boolean,
): readonly string[] =>
  [
    label.name,
    exported.grade,
    number === null ? 'not in this text' : printPlace(exported),
    isolateNames(exported.speaker ?? ''),
    exported.tags.map((tag) => `#${tag}`).join(' '),
    ...(hasNames ? [exported.by ?? '', printDay(passage.createdAt)] : []),
  ].filter((fact) => fact !== '');

const pixelsOf = ({ passage }: Numbered, { pictures }: MarkedArticle): string => {
  const region = regionOf(passage);
  if (region === null || !isOfPage(region)) return '';
  return element(
    'p',
    { class: 'cut' },
    pictureToHtml(region.picture, passageWords(passage), pictures[region.picture.sha256]),
  );
};

const passageToHtml = (
  passage: Numbered,
  article: MarkedArticle,
  text: Readonly<Record<string, string | null>>,
) => {
  const isRegion = regionOf(passage.passage) !== null;
  const words = lines(
    isRegion ? passageWords(passage.passage) : quotesOf(passage.passage).join(` ${OMISSION} `),
  );
  const {
    number,
    said: { note },
  } = passage;
  return element(
    'li',
    { id: number === null ? null : `passage-${number}`, class: passage.label.look },
    [
      element('span', { class: 'nth' }, number === null ? '–' : String(number)),
      element('p', { class: 'facts' }, escapeHtml(factsOf(passage, article.hasNames).join(' · '))),
      pixelsOf(passage, article),
      isRegion ? element('p', {}, words) : element('blockquote', text, element('p', {}, words)),
      note === null || note.trim() === ''
        ? ''
        : element('p', { class: 'note', dir: 'auto' }, lines(note.trim())),
    ].join(''),
  );
};

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const headOf = (title: string, marking: DocumentMarking | null): string =>
  [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', {}, escapeHtml(title)),
    element('style', {}, articleStyle(marking)),
  ].join('\n');

/** Where the article is from, as far as it is known. */
const originOf = ({ article, about }: MarkedArticle): readonly string[] => {
  const { byline, publisher, publishedAt, url } = effectiveBibliography(article, about);
  const facts = [byline, publisher, publishedAt === null ? null : printDay(publishedAt)].filter(
    (fact) => fact !== null,
  );
  const address =
    url === null
      ? []
      : [
          ADDRESS.test(url)
            ? element('a', { href: url, rel: 'noreferrer' }, escapeHtml(url))
            : escapeHtml(url),
        ];
  return [...(facts.length === 0 ? [] : [escapeHtml(isolateNames(facts.join(' · ')))]), ...address];
};

/** One inert web page with the text, its passages and the notes on them. */
export const writeArticleHtml: WriteArticleHtml = (article) => {
  const { title: known, language } = effectiveBibliography(article.article, article.about);
  const title = known ?? 'Untitled';
  const marking = printMarkingBand(article.about.marking);
  const passages = numbered(article.passages);
  const text = { dir: textDirection(canonicalText(article.body).slice(0, 200), language), lang: language };
  const note = article.about.note === null ? '' : richTextToPlain(article.about.note).trim();
  const drawn = textToHtml(article, { passages, title });
  const sheet = [
    band(marking, 'band'),
    element('h1', { dir: 'auto', lang: language }, drawn.title),
    ...originOf(article).map((fact) => element('p', { class: 'facts' }, fact)),
    note === '' ? '' : element('p', { class: 'note', dir: 'auto' }, lines(note)),
    element('main', { class: 'text', ...text }, drawn.text),
    element('h2', { id: 'passages' }, 'Passages'),
    element(
      'ol',
      { class: 'passages' },
      passages.map((each) => passageToHtml(each, article, text)).join('\n'),
    ),
    element('p', { class: 'hash' }, `SHA-256 of the stored text: ${escapeHtml(article.article.textSha256)}`),
    band(marking, 'band foot'),
  ].filter((part) => part !== '');
  return `<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n${headOf(title, marking)}\n</head>\n<body>\n<div class="sheet">\n${sheet.join('\n')}\n</div>\n</body>\n</html>\n`;
};
