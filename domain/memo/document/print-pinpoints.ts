import { isTimeCode } from '../../article/pages.ts';
import type { Pinpoint } from '../memo-document.ts';
import { printPageOf } from '../print/place-in-text.ts';
import { englishWords } from '../print/printed-words.ts';

type Place = Pick<Pinpoint, 'page' | 'paragraph' | 'place'>;

const SPACE = '\u00A0';

/** "p. 14 ¶8", "00:14:07 ¶8", "¶8", "table 2, row 3"; empty where the place is not known. A line never ends in it. */
export const printPlace = ({ page, paragraph, place }: Place, words = englishWords): string =>
  [page === undefined ? '' : printPageOf(page, words), paragraph === null ? (place ?? '') : `¶${paragraph}`]
    .filter((part) => part !== '')
    .join(SPACE);

/** "1 ¶8", "1 p. 14 ¶8", "1 table 2, row 3", or "1" where the place is not known. */
export const printPinpoint = (pinpoint: Pinpoint, words = englishWords): string =>
  [`${pinpoint.source}`, printPlace(pinpoint, words)].filter((part) => part !== '').join(SPACE);

/** The same in words, for whoever hears it: "Source 1, paragraph 8". */
export const sayPinpoint = (
  { source, page, paragraph, place }: Pinpoint,
  { citation, sign } = englishWords,
): string =>
  [
    citation.source(source),
    page === undefined ? null : isTimeCode(page) ? page : citation.page(page),
    paragraph === null ? place : citation.paragraph(paragraph),
  ]
    .filter((part) => part !== null)
    .join(sign.comma);

/** The separator between the pinpoints of one bracket: a place in words contains a comma itself. */
export const pinpointSeparator = (pinpoints: readonly Pinpoint[]): ', ' | '; ' =>
  pinpoints.some(({ place }) => place !== null) ? '; ' : ', ';

/** "[1 ¶8, 2 ¶3]" */
export const printPinpoints = (pinpoints: readonly Pinpoint[], words = englishWords): string =>
  `[${pinpoints.map((pinpoint) => printPinpoint(pinpoint, words)).join(pinpointSeparator(pinpoints))}]`;
