/**
 * The lists of a memo among those of a template. A list of one level takes the template's own numbering; a deeper one
 * keeps ours.
 */
import type { HouseTemplate, TemplateStyle } from '#domain/memo/form/word/house-template.ts';
import { type Assigned, type HouseStyles, isWritten } from './house-styles.ts';
import { escapeXml, type Parts } from './parts.ts';

const NUMBERING = 'word/numbering.xml';

/** One of our lists: its number, the definition of its marks, and the number at which it begins. */
type OwnList = {
  readonly id: number;
  readonly abstractId: number;
  readonly part: 'bullets' | 'numbered';
  readonly start: string;
  /** Letters, Roman numbers or parentheses, which the template's own numbering may lack. */
  readonly isLettered: boolean;
  readonly xml: string;
};

const numberIn = (xml: string, pattern: RegExp): number => Number(pattern.exec(xml)?.[1] ?? Number.NaN);

const matches = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<w:${name}\\b[^>]*>[\\s\\S]*?</w:${name}>`, 'gu'))].map(([whole]) => whole);

const highest = (ids: readonly (string | number)[]): number =>
  Math.max(0, ...ids.map(Number).filter(Number.isFinite));

/** Our list marks without our fonts and colours. */
const plain = (xml: string): string =>
  xml
    .replace(/<w:rFonts\b[^>]*\/>/gu, '')
    .replace(/<w:color\b[^>]*\/>/gu, '')
    .replace(/<w:rPr><\/w:rPr>/gu, '');

const PROPERTIES =
  /<w:pPr>(?:(?!<\/w:pPr>)[\s\S])*?<w:numPr>[\s\S]*?<\/w:numPr>(?:(?!<\/w:pPr>)[\s\S])*?<\/w:pPr>/gu;
const LEVEL = /<w:ilvl w:val="(\d+)"\/>/u;
const NUMBER = /<w:numId w:val="(\d+)"\/>/u;
const ABSTRACT = /w:abstractNumId="(\d+)"/u;

/** Lists that have a paragraph below the first level. */
const deepLists = (xml: string): ReadonlySet<number> =>
  new Set(
    [...xml.matchAll(PROPERTIES)]
      .filter(([whole]) => numberIn(whole, LEVEL) > 0)
      .map(([whole]) => numberIn(whole, NUMBER)),
  );

const firstLevel = (abstract: string): string => abstract.slice(0, abstract.indexOf('</w:lvl>'));

const readOwn = (xml: string, abstracts: ReadonlyMap<number, string>): OwnList => {
  const abstractId = numberIn(xml, /<w:abstractNumId w:val="(\d+)"/u);
  const level = firstLevel(abstracts.get(abstractId) ?? '');
  return {
    id: numberIn(xml, /w:numId="(\d+)"/u),
    abstractId,
    part: level.includes('<w:numFmt w:val="bullet"/>') ? 'bullets' : 'numbered',
    start: /<w:start w:val="(\d+)"\/>/u.exec(level)?.[1] ?? '1',
    isLettered: !level.includes('<w:lvlText w:val="%1."/>'),
    xml,
  };
};

/** Renumbers the lists of a memo, and creates restarting lists in the template's numbering where one of ours begins. */
class ListNames {
  readonly added: string[] = [];
  readonly #house: HouseTemplate;
  readonly #offset: number;
  readonly #restarted = new Map<number, number>();
  #next: number;

  constructor(house: HouseTemplate, offset: number, next: number) {
    this.#house = house;
    this.#offset = offset;
    this.#next = next;
  }

  moved(properties: string): string {
    return properties.replace(NUMBER, (_, id: string) => `<w:numId w:val="${Number(id) + this.#offset}"/>`);
  }

  /** The paragraph of a list in the template's style, and in its numbering if the style has one. */
  inStyle(properties: string, style: TemplateStyle, { id, part, start, isLettered }: OwnList): string {
    const styled = properties.replace(
      /<w:pStyle\b[^>]*\/>/u,
      () => `<w:pStyle w:val="${escapeXml(style.id)}"/>`,
    );
    if (style.list !== (part === 'bullets' ? 'bullet' : 'number')) return this.moved(styled);
    if (part === 'bullets') return styled.replace(/<w:numPr>[\s\S]*?<\/w:numPr>/u, '');
    if (isLettered) return this.moved(styled);
    const number = this.#restart(id, start, style);
    return number === null ? this.moved(styled) : styled.replace(NUMBER, `<w:numId w:val="${number}"/>`);
  }

  #restart(id: number, start: string, style: TemplateStyle): number | null {
    const there = this.#restarted.get(id);
    if (there !== undefined) return there;
    const of = this.#house.numbers.find(({ id: each }) => each === style.numId)?.abstractId;
    if (of === undefined) return null;
    const number = this.#next++;
    this.added.push(
      `<w:num w:numId="${number}"><w:abstractNumId w:val="${escapeXml(of)}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
    );
    this.#restarted.set(id, number);
    return number;
  }
}

/** Appends our lists to those of the template, and renumbers them in the parts of the memo. */
export const graftLists = (
  parts: Parts,
  house: HouseTemplate,
  assigned: Assigned,
  styles: HouseStyles,
): void => {
  const ours = parts.get(NUMBERING) ?? '';
  const open = /<w:numbering\b[^>]*>/u.exec(ours)?.[0];
  if (open === undefined) return;
  const abstractOffset = highest(house.abstracts.map(({ id }) => id)) + 1;
  const offset = highest(house.numbers.map(({ id }) => id)) + 1;
  const abstracts = new Map(
    matches(ours, 'abstractNum').map((xml) => [numberIn(xml, ABSTRACT), xml] as const),
  );
  const lists = matches(ours, 'num').map((xml) => readOwn(xml, abstracts));
  const names = new ListNames(house, offset, offset + highest(lists.map(({ id }) => id)) + 1);
  const byId = new Map(lists.map((each) => [each.id, each]));
  const item = `<w:pStyle w:val="${escapeXml(styles.of('ListItem'))}"/>`;
  const rename = (properties: string, deep: ReadonlySet<number>): string => {
    const own = byId.get(numberIn(properties, NUMBER));
    const style = own === undefined ? undefined : house.styles.find(({ id }) => id === assigned[own.part]);
    const isOfHouse = style !== undefined && properties.includes(item) && !deep.has(own?.id ?? -1);
    return own !== undefined && isOfHouse ? names.inStyle(properties, style, own) : names.moved(properties);
  };
  for (const [name, xml] of parts) {
    if (!isWritten(name)) continue;
    const deep = deepLists(xml);
    parts.set(
      name,
      xml.replaceAll(PROPERTIES, (properties) => rename(properties, deep)),
    );
  }
  const ownAbstracts = [...abstracts].map(([id, xml]) =>
    plain(xml).replace(ABSTRACT, `w:abstractNumId="${id + abstractOffset}"`),
  );
  const ownLists = lists.map(({ id, abstractId, xml }) =>
    xml
      .replace(/w:numId="\d+"/u, `w:numId="${id + offset}"`)
      .replace(/<w:abstractNumId w:val="\d+"/u, `<w:abstractNumId w:val="${abstractId + abstractOffset}"`),
  );
  const all = [
    ...[...house.abstracts.map(({ xml }) => xml), ...ownAbstracts],
    ...[...house.numbers.map(({ xml }) => xml), ...ownLists, ...names.added],
  ];
  parts.set(NUMBERING, `${ours.slice(0, ours.indexOf(open))}${open}${all.join('')}</w:numbering>`);
};
