/** Slides of PowerPoint: the text of each in their order, its number as the page of a citation, notes below it. */
import type { BlockNode, InlineNode } from '#domain/article/body/body.ts';
import { foundRemarks } from '#domain/article/draft/import-remarks.ts';
import type { PagePlace } from '#domain/article/pages.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { titleOfBody } from '../metadata/title-of-body.ts';
import { foundInDublinCore } from '../package/document-properties.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { localNamed } from '../package/parse-xml.ts';
import { type Relationships, readRelationships, relatedId } from '../package/relationships.ts';
import { requireXmlPart, xmlPart } from '../package/xml-part.ts';
import { countUnread, notesMarkup, slideMarkup, type TitleTag } from './slide-markup.ts';

const PRESENTATION = 'ppt/presentation.xml';
const WANTED =
  /^(?:docProps\/core\.xml|ppt\/(?:_rels\/)?presentation\.xml(?:\.rels)?|ppt\/(?:slides|notesSlides|diagrams|comments)\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/;
/** Comments and replies. */
const COMMENTS = /^ppt\/comments\//;

type Slide = {
  readonly markup: string;
  readonly isHidden: boolean;
  readonly hasNotes: boolean;
  /** Charts and pictures on it. */
  readonly unread: number;
};

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

/** The slides in the order in which they are shown; null for one that is missing. */
const readSlides = (document: Package): readonly (Slide | null)[] => {
  const presentation = requireXmlPart(document, PRESENTATION);
  const relationships = readRelationships(document, PRESENTATION);
  return localNamed(presentation, 'sldId').map((each, at) => {
    const part = relationships.get(relatedId(each) ?? '')?.part;
    return part === undefined ? null : readSlide(document, part, at === 0 ? 'h1' : 'h2');
  });
};

const onPlace = (node: InlineNode, attrs: PagePlace): InlineNode => ({
  ...node,
  marks: [{ type: 'page', attrs }, ...(node.marks ?? [])],
});

/** The block with the slide on which each of its texts stands. */
const onSlide = (block: BlockNode, place: PagePlace): BlockNode => {
  if (!('content' in block) || block.content === undefined) return block;
  const isText = block.type === 'paragraph' || block.type === 'heading' || block.type === 'codeBlock';
  const content = isText
    ? (block.content as readonly InlineNode[]).map((node) => onPlace(node, place))
    : (block.content as readonly BlockNode[]).map((inner) => onSlide(inner, place));
  return { ...block, content } as BlockNode;
};

/** All of the slide: nobody knows where on it a word stands. */
const placeOf = (index: number): PagePlace => ({ index, label: null, box: [0, 0, 10_000, 10_000] });

const blocksOf = (slide: Slide, index: number): readonly BlockNode[] => {
  const parsed = slide.markup === '' ? null : articleFromMarkup(slide.markup, {});
  return parsed === null ? [] : parsed.body.content.map((block) => onSlide(block, placeOf(index)));
};

type Read = { readonly blocks: BlockNode[]; readonly leftOut: readonly number[] };

/** The text of all slides; hidden ones are offered and not taken, unless there is no other. */
const bodyOfSlides = (slides: readonly (Slide | null)[]): Read => {
  const all = slides.flatMap((slide, at) =>
    slide === null ? [] : blocksOf(slide, at + 1).map((block) => ({ block, isHidden: slide.isHidden })),
  );
  const leftOut = all.flatMap(({ isHidden }, at) => (isHidden ? [at] : []));
  return {
    blocks: all.map(({ block }) => block),
    leftOut: leftOut.length === all.length ? [] : leftOut,
  };
};

const countComments = (document: Package): number =>
  document.names
    .filter((name) => COMMENTS.test(name))
    .flatMap((name) => xmlPart(document, name) ?? [])
    .reduce((sum, xml) => sum + localNamed(xml, 'cm').length, 0);

/** A presentation (.pptx); null where no slide holds text. Throws a DocumentError where it can't be read. */
export const parsePptx = (bytes: Uint8Array): ParsedArticle | null => {
  const document = openPackage(bytes, (name) => WANTED.test(name));
  const slides = readSlides(document);
  const { blocks, leftOut } = bodyOfSlides(slides);
  if (blocks.length === 0) return null;
  const body = { type: 'doc', content: blocks } as const;
  const there = slides.filter((slide) => slide !== null);
  return {
    body,
    leftOut,
    found: { ...foundInDublinCore(xmlPart(document, 'docProps/core.xml')), ...titleOfBody(body) },
    remarks: foundRemarks([
      { kind: 'hidden-parts', what: 'slide', count: there.filter(({ isHidden }) => isHidden).length },
      { kind: 'speaker-notes', count: there.filter(({ hasNotes }) => hasNotes).length },
      { kind: 'comments', count: countComments(document) },
      {
        kind: 'parts-unreadable',
        count: slides.length - there.length + there.reduce((sum, { unread }) => sum + unread, 0),
      },
    ]),
  };
};
