import type { NewId } from '#domain/ids.ts';
import type { ExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import type { PassageFormat } from '#domain/memo/passages/passage-format.ts';
import {
  PAGE_FRAGMENT_STANDARD,
  type PageRegion,
  printPageFragment,
} from '#domain/passage/region/page-region.ts';
import { FRAGMENT_STANDARD, printFragment } from '#domain/passage/region/rectangle.ts';
import {
  isOfPage,
  type RegionOfPicture,
  type RegionSelector,
} from '#domain/passage/region/region-selector.ts';
import { mediaTypeOf } from '#domain/picture/stored-picture.ts';
import type { Selector } from '#domain/text/selector.ts';
import type { WritePassages } from '../../ports/memo-writer.ts';
import { escapeAddress, escapeLine } from '../markdown/escape-markdown.ts';
import { markdownOfPassage } from '../markdown/markdown-passage.ts';
import { joinParagraphs, PARAGRAPHS } from '../text/paragraphs.ts';
import { writePassageCsv } from './write-passage-csv.ts';

type Write = (passages: readonly ExportedPassage[], newId: NewId) => string;

/** Passages as Markdown: each a block quotation, who said it and where, and its citation. */

const passageToMarkdown = (passage: ExportedPassage): string => {
  const { labelName, tags, citation, url, marking, note } = passage;
  const address = url === null ? '' : ` <${escapeAddress(url)}>`;
  const words = [labelName, ...tags.map((tag) => `#${tag}`), ...(marking === null ? [] : [marking])];
  return joinParagraphs([
    markdownOfPassage(passage),
    `${escapeLine(citation)}${address}`,
    escapeLine(words.join(' · ')),
    note === null ? '' : escapeLine(note),
  ]);
};

/** The passages one below the other, separated by rules. */
export const writePassageMarkdown = (passages: readonly ExportedPassage[]): string =>
  `${passages.map(passageToMarkdown).join(`${PARAGRAPHS}---${PARAGRAPHS}`)}\n`;

/**
 * Passages as W3C Web Annotations (Web Annotation Data Model, 2017): an annotation collection with one page. Each part
 * of a passage is a target with the two selectors that hold it; positions are code points of the text as it was stored.
 * A region of a picture or of a page of the original is a target with a FragmentSelector.
 */

const urn = (id: string): string => `urn:uuid:${id}`;

const textualBody = (purpose: string, value: string, language: string | null = null) => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  purpose,
  ...(language === null ? {} : { language }),
});

const bodiesOf = ({
  labelName,
  tags,
  attribution,
  marking,
  note,
  description,
  translations = [],
  concerned = [],
}: ExportedPassage) => [
  // In its own language; the translator is named beside it, because a body has no field for that.
  ...translations.flatMap(({ language, words, maker }) => [
    textualBody('describing', words, language),
    textualBody('commenting', `${language}: ${maker}`),
  ]),
  textualBody('classifying', labelName),
  ...tags.map((tag) => textualBody('tagging', tag)),
  ...concerned.map((name) => textualBody('identifying', name)),
  ...(description === null ? [] : [textualBody('describing', description)]),
  textualBody('describing', attribution),
  ...(marking === null ? [] : [textualBody('classifying', marking)]),
  ...(note === null || note === '' ? [] : [textualBody('commenting', note)]),
];

const wordsTarget = ({ articleId, url, storedAt }: ExportedPassage, { quote, position }: Selector) => ({
  type: 'SpecificResource',
  source: url ?? urn(articleId),
  state: { type: 'TimeState', sourceDate: storedAt },
  selector: [
    { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
    { type: 'TextPositionSelector', start: position.start, end: position.end },
  ],
});

/** A file named by its hash (RFC 6920), because stored files have no web address. */
const nameOfFile = (sha256: string): string =>
  `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`;

const pictureFragment = ({ picture, xywh }: RegionOfPicture) => ({
  source: {
    id: nameOfFile(picture.sha256),
    type: 'Image',
    format: mediaTypeOf[picture.format],
  },
  selector: { type: 'FragmentSelector', conformsTo: FRAGMENT_STANDARD, value: printFragment(xywh) },
});

const pageFragment = (region: PageRegion) => ({
  source: { id: nameOfFile(region.page.original), type: 'Text', format: 'application/pdf' },
  selector: {
    type: 'FragmentSelector',
    conformsTo: PAGE_FRAGMENT_STANDARD,
    value: printPageFragment(region),
  },
});

/** The picture or file is named by its hash, and marked as part of its article. */
const regionTarget = ({ articleId, url, storedAt }: ExportedPassage, region: RegionSelector) => {
  const { source, selector } = isOfPage(region) ? pageFragment(region) : pictureFragment(region);
  return {
    type: 'SpecificResource',
    source: { ...source, partOf: url ?? urn(articleId) },
    state: { type: 'TimeState', sourceDate: storedAt },
    selector,
  };
};

const targetsOf = (passage: ExportedPassage) =>
  passage.target.kind === 'region'
    ? [regionTarget(passage, passage.target.selector)]
    : passage.target.selectors.map((selector) => wordsTarget(passage, selector));

const annotationOf = (passage: ExportedPassage) => ({
  id: urn(passage.id),
  type: 'Annotation',
  motivation: 'highlighting',
  created: passage.createdAt,
  modified: passage.updatedAt,
  ...(passage.by === null ? {} : { creator: { type: 'Person', name: passage.by } }),
  body: bodiesOf(passage),
  target: targetsOf(passage),
});

/** The passages as one JSON-LD document; `id` names the collection. */
const writeWebAnnotations = (passages: readonly ExportedPassage[], id: string): string => {
  const collection = urn(id);
  const document = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: collection,
    type: 'AnnotationCollection',
    label: 'Passages',
    total: passages.length,
    first: {
      id: `${collection}#page`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: passages.map(annotationOf),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};

const writers: Readonly<Record<PassageFormat, Write>> = {
  jsonld: (passages, newId) => writeWebAnnotations(passages, newId()),
  csv: writePassageCsv,
  md: writePassageMarkdown,
};

/** Writes passages in any of their formats, in UTF-8. */
export const createPassageWriter =
  (newId: NewId): WritePassages =>
  (format, passages) =>
    new TextEncoder().encode(writers[format](passages, newId));
