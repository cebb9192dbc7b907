import { elementsNamed } from '../package/parse-xml.ts';

/** The formatting of a text style, as HTML elements; `isHidden` if it is not shown. */
export type OdtLook = { readonly tags: readonly string[]; readonly isHidden: boolean };

export type OdtStyles = {
  readonly lookOf: (name: string | null) => OdtLook;
  readonly isNumbered: (list: string | null, level: number) => boolean;
  /** Whether a paragraph style is for captions. */
  readonly isCaption: (name: string | null) => boolean;
};

const plain: OdtLook = { tags: [], isHidden: false };

const lookOf = (style: Element): OdtLook => {
  const [properties] = elementsNamed(style, 'style:text-properties');
  if (properties === undefined) return plain;
  const value = (name: string): string => properties.getAttribute(name) ?? '';
  const position = value('style:text-position');
  const isStruck = !['', 'none'].includes(
    value('style:text-line-through-style') || value('style:text-line-through-type'),
  );
  return {
    tags: [
      ...(/^(?:bold|[6-9]00)$/.test(value('fo:font-weight')) ? ['b'] : []),
      ...(/^(?:italic|oblique)$/.test(value('fo:font-style')) ? ['i'] : []),
      ...(isStruck ? ['s'] : []),
      ...(/^super|^[1-9]/.test(position) ? ['sup'] : []),
      ...(/^sub|^-/.test(position) ? ['sub'] : []),
    ],
    isHidden: value('text:display') === 'none',
  };
};

const looksIn = (part: Document): readonly (readonly [string, OdtLook])[] =>
  elementsNamed(part, 'style:style')
    .filter((style) => style.getAttribute('style:family') === 'text')
    .map((style) => [style.getAttribute('style:name') ?? '', lookOf(style)] as const);

/** The numbered levels of lists, each as the name of its list and its number. */
const numberedIn = (part: Document): readonly string[] =>
  elementsNamed(part, 'text:list-level-style-number')
    .filter((level) => level.getAttribute('style:num-format') !== '')
    .map((level) => `${level.parentElement?.getAttribute('style:name')} ${level.getAttribute('text:level')}`);

/** LibreOffice's internal names of caption styles, in any language. */
const CAPTIONS: ReadonlySet<string> = new Set([
  'Caption',
  'Illustration',
  'Figure',
  'Drawing',
  'Table',
  'Text',
]);

/** Paragraph styles by name, each with its parent style. */
const parentsIn = (part: Document): readonly (readonly [string, string])[] =>
  elementsNamed(part, 'style:style')
    .filter((style) => style.getAttribute('style:family') === 'paragraph')
    .map(
      (style) =>
        [
          style.getAttribute('style:name') ?? '',
          style.getAttribute('style:parent-style-name') ?? '',
        ] as const,
    );

/** The text, paragraph and list styles in the parts of a document. */
export const readOdtStyles = (parts: readonly Document[]): OdtStyles => {
  const looks = new Map(parts.flatMap(looksIn));
  const numbered = new Set(parts.flatMap(numberedIn));
  const parents = new Map(parts.flatMap(parentsIn));
  return {
    isCaption: (name) => CAPTIONS.has(name ?? '') || CAPTIONS.has(parents.get(name ?? '') ?? ''),
    lookOf: (name) => looks.get(name ?? '') ?? plain,
    isNumbered: (list, level) => numbered.has(`${list} ${level}`),
  };
};
