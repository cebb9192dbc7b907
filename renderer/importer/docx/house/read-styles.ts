/** The styles of a Word template, with the look of each, and its lists. */
import type { HouseTemplate, StyleLook, TemplateStyle } from '#domain/memo/form/word/house-template.ts';
import { MAX_TEMPLATE_STYLES, signOf } from '#domain/memo/form/word/house-template.ts';
import {
  cleanXml,
  type Found,
  isOn,
  printXml,
  WORD,
  wordChild,
  wordChildren,
  wordNamed,
  wordValue,
} from './clean-xml.ts';

/** The kind of a list by its number. */
type KindOf = (numId: string) => TemplateStyle['list'];

type Lists = Pick<HouseTemplate, 'abstracts' | 'numbers'> & { readonly kindOf: KindOf };

const formatOf = (abstract: Element | undefined): TemplateStyle['list'] => {
  const level = abstract === undefined ? null : wordChild(abstract, 'lvl');
  const format = wordValue(wordChild(level, 'numFmt'));
  if (format === null || format === 'none') return null;
  return format === 'bullet' ? 'bullet' : 'number';
};

/** The lists of a template; picture bullets become their fallback letters. */
export const readLists = (root: Element | undefined, found: Found): Lists => {
  if (root === undefined) return { abstracts: [], numbers: [], kindOf: () => null };
  cleanXml(root, found);
  for (const each of wordNamed(root, 'lvlPicBulletId')) each.remove();
  const abstracts = wordChildren(root, 'abstractNum').slice(0, MAX_TEMPLATE_STYLES);
  const byId = new Map(abstracts.map((each) => [wordValue(each, 'abstractNumId') ?? '', each]));
  const numbers = wordChildren(root, 'num').flatMap((each) => {
    const [id, abstractId] = [wordValue(each, 'numId'), wordValue(wordChild(each, 'abstractNumId'))];
    return id === null || abstractId === null || !byId.has(abstractId)
      ? []
      : [{ id, abstractId, element: each }];
  });
  return {
    abstracts: [...byId].map(([id, element]) => ({ id, xml: printXml(element) })),
    numbers: numbers
      .slice(0, MAX_TEMPLATE_STYLES)
      .map(({ id, abstractId, element }) => ({ id, abstractId, xml: printXml(element) })),
    kindOf: (numId) => formatOf(byId.get(numbers.find(({ id }) => id === numId)?.abstractId ?? '')),
  };
};

const kinds: ReadonlySet<string> = new Set(['paragraph', 'character', 'table', 'numbering']);

/** Deeper than any chain of styles; also ends cycles. */
const MAX_CHAIN = 40;

/** The style and those that it is based on, the nearest first. */
const chainOf = (style: Element, byId: ReadonlyMap<string, Element>): readonly Element[] => {
  const chain: Element[] = [];
  for (let at: Element | undefined = style; at !== undefined && chain.length < MAX_CHAIN; ) {
    chain.push(at);
    const base: string | null = wordValue(wordChild(at, 'basedOn'));
    at = base === null ? undefined : byId.get(base);
  }
  return chain;
};

/** The first definition of `property` along the chain, in `holder`. */
const firstSaid = (chain: readonly Element[], holder: 'rPr' | 'pPr', property: string): Element | null => {
  for (const each of chain) {
    const said = wordChild(wordChild(each, holder), property);
    if (said !== null) return said;
  }
  return null;
};

const HALF_POINTS = 2;
const alignments: Readonly<Record<string, StyleLook['align']>> = {
  center: 'center',
  right: 'end',
  end: 'end',
  both: 'justify',
  distribute: 'justify',
};

export type ThemeFonts = { readonly major: string | null; readonly minor: string | null };

const fontOf = (fonts: Element | null, theme: ThemeFonts): string | null => {
  const themed = wordValue(fonts, 'asciiTheme');
  if (themed !== null) return themed.startsWith('major') ? theme.major : theme.minor;
  return wordValue(fonts, 'ascii') ?? wordValue(fonts, 'hAnsi');
};

const lookOf = (chain: readonly Element[], theme: ThemeFonts): StyleLook => {
  const size = Number(wordValue(firstSaid(chain, 'rPr', 'sz')) ?? Number.NaN) / HALF_POINTS;
  const colour = wordValue(firstSaid(chain, 'rPr', 'color')) ?? '';
  return {
    font: fontOf(firstSaid(chain, 'rPr', 'rFonts'), theme)?.slice(0, 200) ?? null,
    size: size > 0 && size <= 1000 ? size : null,
    colour: /^[0-9a-f]{6}$/iu.test(colour) ? colour : null,
    isBold: isOn(firstSaid(chain, 'rPr', 'b')),
    isItalic: isOn(firstSaid(chain, 'rPr', 'i')),
    align: alignments[wordValue(firstSaid(chain, 'pPr', 'jc')) ?? ''] ?? 'start',
  };
};

/** `w:docDefaults` in the form of a style, so that it ends every chain. */
const defaultsAsStyle = (defaults: Element): readonly Element[] => {
  const style = defaults.ownerDocument.createElementNS(WORD, 'w:style');
  for (const name of ['rPr', 'pPr'])
    for (const each of wordChildren(wordChild(defaults, `${name}Default`), name))
      style.append(each.cloneNode(true));
  return [style];
};

const childOf = (parent: Element, name: string): Element => {
  const there = wordChild(parent, name);
  if (there !== null) return there;
  const made = parent.ownerDocument.createElementNS(WORD, `w:${name}`);
  parent.prepend(made);
  return made;
};

/** The default properties of all text, with a placeholder for the language of the memo. */
const speakingDefaults = (root: Element): Element => {
  const defaults = childOf(root, 'docDefaults');
  const run = childOf(childOf(defaults, 'rPrDefault'), 'rPr');
  run.append(root.ownerDocument.createTextNode(signOf('lang')));
  return defaults;
};

const outlineOf = (chain: readonly Element[]): number | null => {
  const level = Number(wordValue(firstSaid(chain, 'pPr', 'outlineLvl')) ?? Number.NaN);
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : null;
};

const numIdOf = (chain: readonly Element[]): string | null =>
  wordValue(wordChild(firstSaid(chain, 'pPr', 'numPr'), 'numId'));

const MAX_NAME = 500;

export const readStyles = (
  root: Element,
  kindOf: KindOf,
  theme: ThemeFonts,
  found: Found,
): Pick<HouseTemplate, 'styles' | 'defaults'> => {
  cleanXml(root, found);
  const defaults = speakingDefaults(root);
  const all = wordChildren(root, 'style').filter((each) => kinds.has(wordValue(each, 'type') ?? ''));
  const byId = new Map<string, Element>();
  for (const each of all) {
    const id = wordValue(each, 'styleId') ?? '';
    if (id !== '' && id.length <= MAX_NAME && !byId.has(id)) byId.set(id, each);
  }
  const end = defaultsAsStyle(defaults);
  const read = [...byId].slice(0, MAX_TEMPLATE_STYLES).map(([id, element]): TemplateStyle => {
    const chain = [...chainOf(element, byId), ...end];
    const numId = numIdOf(chain);
    const names = [wordChild(element, 'name'), wordChild(element, 'aliases')].map(
      (each) => wordValue(each) ?? '',
    );
    return {
      id,
      name:
        names
          .filter((each) => each !== '')
          .join(',')
          .slice(0, MAX_NAME) || id,
      kind: wordValue(element, 'type') as TemplateStyle['kind'],
      isDefault: ['1', 'true', 'on'].includes(wordValue(element, 'default') ?? ''),
      outline: outlineOf(chain),
      list: numId === null ? null : kindOf(numId),
      numId,
      look: lookOf(chain, theme),
      xml: printXml(element),
    };
  });
  return { styles: read, defaults: printXml(defaults) };
};
