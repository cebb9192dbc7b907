import type { FoundMetadata } from '#domain/article/article.ts';
import { type Candidate, chooseFound } from '../metadata/found-value.ts';
import { elementsNamed, textNamed } from './parse-xml.ts';

/** Default titles that programs write. */
const NO_TITLE =
  /^(?:untitled|unbenannt|sans nom|sin t[ií]tulo|(?:microsoft )?word - .*|.*\.(?:docx?|odt|rtf|pdf|indd|tex))$/i;
const NO_AUTHOR =
  /^(?:(?:windows |microsoft office )?user|admin(?:istrator)?|author|un-?named|unknown|owner|python-docx)$/i;

export type DocumentProperties = {
  readonly title: string | null;
  readonly author: string | null;
  /** When it was last saved, or created. That may differ from the publication date. */
  readonly date: string | null;
  readonly language?: string | null;
  readonly publisher?: string | null;
  /** A DOI, or any other identifier. */
  readonly identifiers?: readonly (string | null)[];
};

const from = (raw: string | null | undefined, not?: RegExp): readonly Candidate[] =>
  raw === null || raw === undefined || not?.test(raw.trim()) === true
    ? []
    : [{ raw, foundIn: 'document-properties' }];

/** A document's metadata, without what programs fill in by themselves. */
export const foundInProperties = (properties: DocumentProperties): FoundMetadata =>
  chooseFound({
    title: from(properties.title, NO_TITLE),
    byline: from(properties.author, NO_AUTHOR),
    publishedAt: from(properties.date),
    language: from(properties.language),
    publisher: from(properties.publisher),
    doi: (properties.identifiers ?? []).flatMap((identifier) => from(identifier)),
  });

/** Dublin Core as Word, OpenDocument and books write it. */
export const readDublinCore = (xml: Document): DocumentProperties => ({
  title: textNamed(xml, 'dc:title'),
  author: textNamed(xml, 'dc:creator'),
  date: textNamed(xml, 'dcterms:modified') ?? textNamed(xml, 'dc:date') ?? textNamed(xml, 'dcterms:created'),
  identifiers: elementsNamed(xml, 'dc:identifier').map(({ textContent }) => textContent),
});

/** The Dublin Core metadata in the part `xml` of a document; empty if the document has no such part. */
export const foundInDublinCore = (xml: Document | null): FoundMetadata =>
  xml === null ? {} : foundInProperties(readDublinCore(xml));
