import type { Body } from '../body/body.ts';
import type { TextBlockSpan } from '../body/canonical-text.ts';
import { pagedRanges } from '../pages.ts';
import { hasBrokenWords } from './broken-words.ts';
import { isGarbled } from './garbled-text.ts';

/** Text that was read by machine from a picture. Offsets are UTF-16 in the canonical text, end excluded. */
export type MachineRange = {
  readonly start: number;
  readonly end: number;
  /** How sure the machine was, in whole per cent. */
  readonly confidence: number;
};

const rangesOf = ({ block, start }: TextBlockSpan): readonly MachineRange[] => {
  let at = start;
  return (block.content ?? []).flatMap((node) => {
    const from = at;
    at += node.type === 'text' ? node.text.length : 1;
    const mark = node.marks?.find(({ type }) => type === 'machine');
    return mark?.type === 'machine' ? [{ start: from, end: at, ...mark.attrs }] : [];
  });
};

/** What of a text was read by machine, in the order of the text; empty where nothing was. */
export const machineRanges = (spans: readonly TextBlockSpan[]): readonly MachineRange[] =>
  spans.flatMap(rangesOf);

/** The words in a text for a page that is a picture and was not read. */
export const SCANNED_PAGE = 'Scanned page, not read';

/** A paragraph that represents page `index`, which is a picture and was not read. */
export const scannedPageBlock = (index: number, label: string | null): Body['content'][number] => ({
  type: 'paragraph',
  content: [
    {
      type: 'image',
      attrs: { alt: SCANNED_PAGE, src: '' },
      marks: [{ type: 'page', attrs: { index, label, box: [0, 0, 10_000, 10_000] } }],
    },
  ],
});

const standsForPage = ({ block }: TextBlockSpan): boolean =>
  block.content?.length === 1 &&
  block.content.some(
    (node) => node.type === 'image' && node.attrs.alt === SCANNED_PAGE && node.attrs.src === '',
  );

const pagesIn = (spans: readonly TextBlockSpan[]): readonly number[] =>
  pagedRanges(spans).map(({ index }) => index);

/** The pages of a text of which `isWrong` holds and that were not read by machine. */
const wrongPages = (
  spans: readonly TextBlockSpan[],
  text: string,
  isWrong: (text: string) => boolean,
): readonly number[] => {
  const read = machineRanges(spans);
  const texts = new Map<number, string>();
  for (const { index, start, end } of pagedRanges(spans)) {
    if (read.some((range) => range.start === start)) continue;
    texts.set(index, `${texts.get(index) ?? ''} ${text.slice(start, end)}`);
  }
  return [...texts].filter(([, each]) => isWrong(each)).map(([index]) => index);
};

/**
 * The pages of a text whose spaces are in wrong places and that were not read by machine. `text` is the canonical text.
 */
export const pagesOfBrokenWords = (spans: readonly TextBlockSpan[], text: string): readonly number[] =>
  wrongPages(spans, text, (each) => !isGarbled(each) && hasBrokenWords(each));

/**
 * The pages of the original, ascending, that OCR can read for a text and has not: those listed there as scanned,
 * and those whose letters are garbage or whose words are broken. `text` is its canonical text.
 */
export const pagesToRead = (spans: readonly TextBlockSpan[], text: string): readonly number[] => {
  const pages = [
    ...pagesIn(spans.filter(standsForPage)),
    ...wrongPages(spans, text, (each) => isGarbled(each) || hasBrokenWords(each)),
  ];
  return [...new Set(pages)].sort((a, b) => a - b);
};
