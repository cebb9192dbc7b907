/** Slides of PowerPoint: the text of each in order, with its number as the page of a citation, and notes below it. */
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { articleOfSlides, type Slide, type TitleTag, titleTagOf } from '../markup/article-of-slides.ts';
import { foundInDublinCore } from '../package/document-properties.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import {
  type Relationships,
  readRelationships,
  relatedId,
  requireXmlPart,
  xmlPart,
} from '../package/package-parts.ts';
import { localNamed } from '../package/parse-xml.ts';
import { countUnread, notesMarkup, slideMarkup } from './slide-markup.ts';

const PRESENTATION = 'ppt/presentation.xml';
const WANTED =
  /^(?:docProps\/core\.xml|ppt\/(?:_rels\/)?presentation\.xml(?:\.rels)?|ppt\/(?:slides|notesSlides|diagrams|comments)\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/;
/** Comments and replies. */
const COMMENTS = /^ppt\/comments\//;

const partOfType = (relationships: Relationships, type: string): string | null =>
  [...relationships.values()].find((each) => each.type === type)?.part ?? null;

const diagramIn =
  (document: Package, relationships: Relationships) =>
  (frame: Element): Document | null => {
    const [named] = localNamed(frame, 'relIds');
    const part = named === undefined ? undefined : relationships.get(relatedId(named, 'dm') ?? '')?.part;
    return part === undefined ? null : xmlPart(document, part);
  };

const readSlide = (document: Package, name: string, titleTag: TitleTag): Slide | null => {
  const xml = xmlPart(document, name);
  if (xml === null) return null;
  const relationships = readRelationships(document, name);
  const notesName = partOfType(relationships, 'notesSlide');
  const notesXml = notesName === null ? null : xmlPart(document, notesName);
  const notes = notesXml === null ? '' : notesMarkup(notesXml);
  const { documentElement } = xml;
  return {
    markup: slideMarkup(xml, { titleTag, diagramOf: diagramIn(document, relationships) }) + notes,
    isHidden: /^(?:0|false)$/.test(documentElement.getAttribute('show') ?? ''),
    hasNotes: notes !== '',
    unread: countUnread(xml),
  };
};

/** The slides in presentation order; null for a missing one. */
const readSlides = (document: Package): readonly (Slide | null)[] => {
  const presentation = requireXmlPart(document, PRESENTATION);
  const relationships = readRelationships(document, PRESENTATION);
  return localNamed(presentation, 'sldId').map((each, at) => {
    const part = relationships.get(relatedId(each) ?? '')?.part;
    return part === undefined ? null : readSlide(document, part, titleTagOf(at));
  });
};

const countComments = (document: Package): number =>
  document.names
    .filter((name) => COMMENTS.test(name))
    .flatMap((name) => xmlPart(document, name) ?? [])
    .reduce((sum, xml) => sum + localNamed(xml, 'cm').length, 0);

/** A presentation (.pptx); null if no slide contains text. Throws a DocumentError if it can't be read. */
export const parsePptx = (bytes: Uint8Array): ParsedArticle | null => {
  const document = openPackage(bytes, (name) => WANTED.test(name));
  const found = foundInDublinCore(xmlPart(document, 'docProps/core.xml'));
  return articleOfSlides(readSlides(document), found, countComments(document));
};
