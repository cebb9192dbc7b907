/**
 * Passages as W3C Web Annotations (Web Annotation Data Model, 2017): an annotation collection with one page. Each part of a
 * passage is a target with the two selectors that hold it; positions are code points of the text as it was stored.
 */
import type { ExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import type { Selector } from '#domain/text/selector.ts';

const urn = (id: string): string => `urn:uuid:${id}`;

const textualBody = (purpose: string, value: string, language: string | null = null) => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  purpose,
  ...(language === null ? {} : { language }),
});

const bodiesOf = ({ label, tags, attribution, marking, note }: ExportedPassage) => [
  textualBody('classifying', label),
  ...tags.map((tag) => textualBody('tagging', tag)),
  textualBody('describing', attribution),
  ...(marking === null ? [] : [textualBody('classifying', marking)]),
  ...(note === null || note === '' ? [] : [textualBody('commenting', note)]),
];

const targetOf = ({ articleId, url, storedAt }: ExportedPassage, { quote, position }: Selector) => ({
  type: 'SpecificResource',
  source: url ?? urn(articleId),
  state: { type: 'TimeState', sourceDate: storedAt },
  selector: [
    { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
    { type: 'TextPositionSelector', start: position.start, end: position.end },
  ],
});

const annotationOf = (passage: ExportedPassage) => ({
  id: urn(passage.id),
  type: 'Annotation',
  motivation: 'highlighting',
  created: passage.createdAt,
  modified: passage.updatedAt,
  ...(passage.by === null ? {} : { creator: { type: 'Person', name: passage.by } }),
  body: bodiesOf(passage),
  target: passage.selectors.map((selector) => targetOf(passage, selector)),
});

/** The passages as one JSON-LD document; `id` names the collection. */
export const writeWebAnnotations = (passages: readonly ExportedPassage[], id: string): string => {
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
