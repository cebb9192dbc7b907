/**
 * The tags of an XML text, recognised from its characters alone: the limits of a feed's items, and how deeply
 * elements are nested, must be known before anything parses it. Comments, CDATA sections, declarations and
 * processing instructions contain no tags. Never throws, whatever the text is (XML 1.0, 2.4 to 2.8, 3.1).
 */

export type XmlTag = {
  /** Without its prefix. */
  readonly name: string;
  readonly kind: 'opens' | 'closes' | 'is-empty';
  /** Where "<" stands, and the place behind ">". */
  readonly start: number;
  readonly end: number;
};

/** Constructs without tags, by their beginning and end. */
const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

const TAG = /<(\/?)(?:[\p{L}_][\p{L}\p{N}_.-]*:)?([\p{L}_][\p{L}\p{N}_.-]*)/uy;
const SIGNIFICANT = /["'>]/g;

/** The offset after the tag that contains `from`: a ">" in quotation marks does not end it. */
const endOfTag = (xml: string, from: number): number => {
  let at = from;
  for (;;) {
    SIGNIFICANT.lastIndex = at;
    const found = SIGNIFICANT.exec(xml);
    if (found === null) return xml.length;
    if (found[0] === '>') return found.index + 1;
    const close = xml.indexOf(found[0], found.index + 1);
    if (close === -1) return xml.length;
    at = close + 1;
  }
};

/** The offset after a construct without tags that begins at `start`; null where none begins there. */
const behindSkipped = (xml: string, start: number): number | null => {
  const skipped = SKIPPED.find(([begin]) => xml.startsWith(begin, start));
  if (skipped === undefined) return null;
  const close = xml.indexOf(skipped[1], start + skipped[0].length);
  return close === -1 ? xml.length : close + skipped[1].length;
};

const tagAt = (xml: string, start: number): XmlTag | null => {
  TAG.lastIndex = start;
  const tag = TAG.exec(xml);
  if (tag === null) return null;
  const end = endOfTag(xml, TAG.lastIndex);
  const opened = xml[end - 2] === '/' ? 'is-empty' : 'opens';
  return { name: tag[2] ?? '', kind: tag[1] === '/' ? 'closes' : opened, start, end };
};

/** The tags of `xml` in their order. */
export function* xmlTags(xml: string): Generator<XmlTag> {
  let at = xml.indexOf('<');
  while (at !== -1) {
    const behind = behindSkipped(xml, at);
    const tag = behind === null ? tagAt(xml, at) : null;
    if (tag !== null) yield tag;
    at = xml.indexOf('<', behind ?? tag?.end ?? at + 1);
  }
}

export type Span = { readonly start: number; readonly end: number };

/** The beginning or end of an item, or a construct without tags; everything else is skipped in one go. */
const OF_ITEMS = /<(?:!--|!\[CDATA\[|\?|\/?(?:[\p{L}_][\p{L}\p{N}_.-]*:)?(?:item|entry)(?=[\s/>]))/gu;

/** The ranges of a feed's items, in order (RSS 0.9 to 2.0, Atom of RFC 4287). An unclosed item is ignored. */
export const feedItems = (xml: string): readonly Span[] => {
  const items: Span[] = [];
  let begun: XmlTag | null = null;
  OF_ITEMS.lastIndex = 0;
  for (let found = OF_ITEMS.exec(xml); found !== null; found = OF_ITEMS.exec(xml)) {
    const behind = behindSkipped(xml, found.index);
    const tag = behind === null ? tagAt(xml, found.index) : null;
    OF_ITEMS.lastIndex = behind ?? tag?.end ?? OF_ITEMS.lastIndex;
    if (tag?.kind === 'opens') begun ??= tag;
    if (begun !== null && tag?.kind === 'closes' && tag.name === begun.name) {
      items.push({ start: begun.start, end: tag.end });
      begun = null;
    }
  }
  return items;
};
