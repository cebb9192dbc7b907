/** The layers without passages: paragraph numbers, pages, search hits, the selection. */

import type { NumberedParagraph } from '#domain/article/body/paragraph-numbers.ts';
import { isTimeCode, printPage } from '#domain/article/pages.ts';
import { printPageOf } from '#domain/memo/print/place-in-text.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { byBlock, type Layer, rangeLayer } from '../state/layer.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import styles from './highlights.module.css';

/** The number of each paragraph. */
export const numberLayer = ({ map, paragraphs }: Pick<PreparedArticle, 'map' | 'paragraphs'>): Layer => {
  const lists = byBlock(map, paragraphs);
  const draw = ({ number }: NumberedParagraph) =>
    ({ on: 'block', attributes: { 'data-number': String(number) } }) as const;
  return (block) => {
    const numbered = lists.get(block);
    return numbered === undefined ? null : { decidedBy: [], draw: () => numbered.map(draw) };
  };
};

/** A page number shortened for the margin: of a time code the hour is put above. */
const inMargin = (page: string): string => {
  const [, hours, rest] = isTimeCode(page) ? (/^0*(\d+):(.+)$/u.exec(page) ?? []) : [];
  if (rest === undefined) return printPageOf(page);
  return hours === '0' ? rest : `${hours} h\n${rest}`;
};

/** Where each page of the original begins. */
export const pageLayer = ({ map, pages }: Pick<PreparedArticle, 'map' | 'pages'>): Layer => {
  const seen = new Set<number>();
  const begins = pages.filter(({ index }) => !seen.has(index) && seen.add(index));
  const lists = byBlock(map, begins);
  return (block) => {
    // A range from an earlier block continues here.
    const begun = lists.get(block)?.filter(({ start }) => start >= block.start) ?? [];
    const [first] = begun;
    if (first === undefined) return null;
    const attributes = { 'data-page': inMargin(printPage(first)) };
    return { decidedBy: [], draw: () => [{ on: 'block', attributes }] };
  };
};

/** Which blocks were read by OCR, and its confidence. */
export const machineLayer = ({ map, machine }: Pick<PreparedArticle, 'map' | 'machine'>): Layer => {
  const lists = byBlock(map, machine);
  return (block) => {
    const read = lists.get(block);
    if (read === undefined) return null;
    const confidence = Math.min(...read.map((range) => range.confidence));
    const title = `Read by machine, ${confidence} % certain: check the image`;
    return {
      decidedBy: [],
      draw: () => [{ on: 'block', attributes: { 'data-machine': 'OCR', title } }],
    };
  };
};

/** The search hits; `current` is the index of the current one, -1 for none. */
export const hitLayer = (
  { map }: Pick<PreparedArticle, 'map'>,
  hits: readonly TextRange[],
  current: number,
): Layer => {
  const currentHit = hits[current];
  return rangeLayer(map, hits, (hit) => ({
    class: joinClasses(styles.hit, hit === currentHit && styles.current),
  }));
};

/** The selected ranges besides the one that the browser shows as selected. */
export const selectionLayer = ({ map }: Pick<PreparedArticle, 'map'>, others: readonly TextRange[]): Layer =>
  rangeLayer(map, others, () => ({ class: joinClasses(styles.alsoSelected) }));
