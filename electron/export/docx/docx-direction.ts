/**
 * The direction of paragraphs, runs and tables with Arabic, Hebrew or another right-to-left script. Word lays out a
 * paragraph by one mark (`w:bidi`), sets a run in the font and size of complex scripts by another (`w:rtl`), and orders
 * the columns of a table by a third (`w:bidiVisual`); it derives none of them from the letters. Quotations have their
 * marks already (see docx-voice.ts); the analyst's own words get them here from their letters, and a memo in such a
 * language gets them throughout.
 */
import { hasRightToLeftLetter, rightToLeftLetters } from '#domain/text/right-to-left.ts';

const table = /<w:tbl>[\s\S]*?<\/w:tbl>/gu;
const paragraph = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >])[\s\S])*?<\/w:p>/gu;
const run = /<w:r(?: [^>]*)?>(?:(?!<w:r[ >])[\s\S])*?<\/w:r>/gu;
const words = /<w:(?:t|delText)(?: [^>]*)?>([^<]*)<\/w:(?:t|delText)>/gu;
const anyLetter = /\p{L}/gu;
const rightToLeftLetter = new RegExp(`[${rightToLeftLetters}]`, 'gu');

/**
 * The elements that follow `w:bidi` in the properties of a paragraph (ISO/IEC 29500-1, 17.3.1.26), and `w:rtl` in those
 * of a run.
 */
const behindBidi =
  /<w:(?:adjustRightInd|snapToGrid|spacing|ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)\b/u;
const behindRtl = /<w:(?:cs|em|lang|eastAsianLayout|specVanish|oMath)\b/u;

/** The mark of a left-to-right paragraph, whatever its letters. */
const LEFT_TO_RIGHT = '<w:bidi w:val="false"/>';

const textOf = (xml: string): string => [...xml.matchAll(words)].map(([, text = '']) => text).join('');

/** Whether most letters run from right to left. */
const runsLeftwards = (text: string): boolean =>
  (text.match(rightToLeftLetter)?.length ?? 0) * 2 > (text.match(anyLetter)?.length ?? 0);

/**
 * Inserts `mark` at its place in the properties `name` of the element that begins with `open`; the properties are
 * created if there are none.
 */
const withMark = (xml: string, name: 'pPr' | 'rPr', mark: string, behind: RegExp): string => {
  const [open = ''] = /^<w:[pr](?: [^>]*)?>/u.exec(xml) ?? [];
  const properties = new RegExp(`^<w:${name}>([\\s\\S]*?)</w:${name}>`, 'u').exec(xml.slice(open.length));
  if (properties === null)
    return `${open}<w:${name}>${mark}</w:${name}>${xml.slice(open.length).replace(new RegExp(`^<w:${name}/>`, 'u'), '')}`;
  const [whole, own = ''] = properties;
  const at = own.search(behind);
  const placed = at === -1 ? own + mark : own.slice(0, at) + mark + own.slice(at);
  return `${open}<w:${name}>${placed}</w:${name}>${xml.slice(open.length + whole.length)}`;
};

const directRun = (xml: string): string =>
  xml.includes('<w:rtl') || !hasRightToLeftLetter(textOf(xml))
    ? xml
    : withMark(xml, 'rPr', '<w:rtl/>', behindRtl);

/** A stretch of words in a right-to-left script, with the characters between them. */
const leftwards = new RegExp(
  `([${rightToLeftLetters}](?:[${rightToLeftLetters}\\p{M} .'’״׳-]*[${rightToLeftLetters}\\p{M}])?)`,
  'u',
);
const onlyWords = /^([\s\S]*<w:(?:t|delText)(?: [^>]*)?>)([^<]*)(<\/w:(?:t|delText)><\/w:r>)$/u;

/**
 * Splits a run in a left-to-right line: only the right-to-left words are marked, so that commas and brackets at their
 * edges stay in place.
 */
const splitRun = (xml: string): string => {
  const [, open, text = '', close] = onlyWords.exec(xml) ?? [];
  if (open === undefined || close === undefined || xml.includes('<w:rtl')) return directRun(xml);
  return text
    .split(leftwards)
    .filter((part) => part !== '')
    .map((part) => directRun(`${open}${part}${close}`))
    .join('');
};

const opposite: Readonly<Record<string, string>> = { left: 'right', right: 'left' };
const otherSide: Readonly<Record<string, string>> = { start: 'end', end: 'start' };

/**
 * A cell that was aligned by sides before its letters gave it a direction keeps its side: in Word the end of a
 * right-to-left line is on the left, where the head of a column of figures would be apart from its figures.
 */
const keepSide = (xml: string): string =>
  xml.replace(/<w:pPr>[\s\S]*?<\/w:pPr>/u, (properties) => {
    const turned = properties.replace(
      /<w:jc w:val="(start|end)"\/>/u,
      (_, side: string) => `<w:jc w:val="${otherSide[side] ?? side}"/>`,
    );
    return turned === properties
      ? properties
      : turned.replace(
          /<w:ind w:(left|right)="/u,
          (_, side: string) => `<w:ind w:${opposite[side] ?? side}="`,
        );
  });

const directParagraph = (xml: string, isMirrored: boolean): string => {
  const directed = xml.replace(run, xml.includes(LEFT_TO_RIGHT) ? splitRun : directRun);
  const isMarked = /<w:bidi(?: |\/)/u.test(directed) || !runsLeftwards(textOf(directed));
  if (isMarked) return directed;
  return withMark(isMirrored ? directed : keepSide(directed), 'pPr', '<w:bidi/>', behindBidi);
};

/** The first column of an Arabic table is on the right. */
const directTable = (xml: string): string =>
  xml.includes('<w:bidiVisual') || !runsLeftwards(textOf(xml))
    ? xml
    : xml.replace(
        /<w:tblPr>((?:<w:(?:tblStyle|tblpPr|tblOverlap)\b[^>]*\/>)*)/u,
        '<w:tblPr>$1<w:bidiVisual/>',
      );

/**
 * Returns a part of a Word document with the direction of its words marked; a part without such letters is unchanged.
 *
 * @param isMirrored whether the document runs from right to left throughout, and its cells are aligned for that
 */
export const directWords = (xml: string, isMirrored = false): string =>
  hasRightToLeftLetter(xml)
    ? xml.replace(paragraph, (whole) => directParagraph(whole, isMirrored)).replace(table, directTable)
    : xml;

/** Whether the styles of a document make its paragraphs right-to-left by default. */
export const isWrittenLeftwards = (styles: string): boolean =>
  styles.includes('<w:pPrDefault><w:pPr><w:bidi/>');

/** Makes every paragraph without a direction of its own right-to-left, for styles that do not. */
export const directLeftwards = (xml: string): string =>
  xml.replace(paragraph, (whole) =>
    /<w:bidi(?: |\/)/u.test(whole) ? whole : withMark(whole, 'pPr', '<w:bidi/>', behindBidi),
  );

const LEFT_TO_RIGHT_MARK = '\u200E';
const mark = `<w:r><w:t>${LEFT_TO_RIGHT_MARK}</w:t></w:r>`;
const firstRun = /<w:(?:r|hyperlink|bookmarkStart)[ >]/u;

const RIGHT_TO_LEFT_MARK = '\u200F';

/**
 * A line of Latin letters or figures is enclosed in two invisible marks, so that its punctuation stays in order; not if
 * it is a quotation in the marks of the memo, which stay in the memo's direction.
 */
const holdLatin = (xml: string): string => {
  const text = textOf(xml);
  const isQuoted = text.includes(RIGHT_TO_LEFT_MARK);
  if (isQuoted || !/[\p{L}\p{N}]/u.test(text) || hasRightToLeftLetter(text) || xml.includes(LEFT_TO_RIGHT))
    return xml;
  const at = xml.search(firstRun);
  return at === -1 ? xml : `${xml.slice(0, at)}${mark}${xml.slice(at).replace(/<\/w:p>$/u, `${mark}</w:p>`)}`;
};

const border = /<w:(top|left|bottom|right)\b[^>]*\/>/gu;
const borderOrder = ['top', 'left', 'bottom', 'right'];

/** A bar beside a paragraph is on the side on which its lines begin. */
const mirrorBorders = (xml: string): string =>
  xml.replace(/<w:pBdr>([\s\S]*?)<\/w:pBdr>/gu, (_, borders: string) => {
    const turned = [...borders.matchAll(border)].map(([whole, side = '']) => {
      const name = opposite[side] ?? side;
      return { name, xml: whole.replace(`<w:${side}`, `<w:${name}`) };
    });
    const sorted = turned.toSorted(
      (one, other) => borderOrder.indexOf(one.name) - borderOrder.indexOf(other.name),
    );
    return `<w:pBdr>${sorted.map((each) => each.xml).join('')}</w:pBdr>`;
  });

/**
 * Makes a part of a right-to-left document run that way: its sections, its tables, and all paragraphs without a
 * direction of their own.
 */
export const mirrorPart = (xml: string): string =>
  xml
    .replace(/<w:pPrDefault><w:pPr>/gu, '$&<w:bidi/>')
    .replace(/(?=<w:docGrid\b[^>]*\/><\/w:sectPr>)/gu, '<w:bidi/>')
    .replace(
      /<w:tblPr>((?:<w:(?:tblStyle|tblpPr|tblOverlap)\b[^>]*\/>)*)(?!<w:bidiVisual)/gu,
      '<w:tblPr>$1<w:bidiVisual/>',
    )
    .replace(/<w:style\b[\s\S]*?<\/w:style>/gu, mirrorBorders)
    .replace(paragraph, holdLatin);
