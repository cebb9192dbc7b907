import { type ImportRemark, sayRemark } from '#domain/article/draft/import-remarks.ts';
import { printAddedReview } from '#domain/contract/error-words/review-words.ts';
import type { ImportOutcome, ReadAs } from '#domain/contract/import-many.ts';
import { type Following, sayFollowed, sayFollowing } from '#domain/passage/carry/followed.ts';
import { sayMarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import { printCount } from '#domain/print-count.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { printAttached } from './import-check/print-attached.ts';
import { printUnreadable } from './print-encoding.ts';

type Imported = Extract<ImportOutcome, { readonly status: 'imported' }>;

/** The remarks on parts of a file that were not imported. */
const namesHeld: ReadonlySet<ImportRemark['kind']> = new Set(['attachments', 'more-pages']);

/** How much of the file is not in the text; the import check shows all of it again. */
const sayLeftOut = ({ leftOut, hiddenWords }: ReadAs): string => {
  const parts = [
    ...(leftOut === 0 ? [] : [`${printCount(leftOut, 'block')} around the text`]),
    ...(hiddenWords === 0 ? [] : [`${printCount(hiddenWords, 'word')} hidden on the page`]),
  ];
  return parts.length === 0 ? '' : `Left out: ${parts.join(', ')}.`;
};

const sayImported = (outcome: Imported): string => {
  const { followed, readAs, attached } = outcome;
  const sentences = [
    followed === null ? 'Kept.' : sayFollowed(followed),
    printAttached(attached, readAs.remarks.some(({ kind }) => kind === 'more-pages') ? 'warc' : 'eml'),
    outcome.isCitationIncomplete ? 'The citation is incomplete.' : '',
    readAs.unreadable > 0 ? printUnreadable(readAs.unreadable) : '',
    sayMarksTaken(outcome.marks),
    sayLeftOut(readAs),
    ...outcome.nearPublications.map((name) => `New publication: “${name}” differs in spelling.`),
    // The outcome of each attachment or page says more than their number.
    ...readAs.remarks.filter(({ kind }) => attached.length === 0 || !namesHeld.has(kind)).map(sayRemark),
  ];
  return sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .join(' ');
};

const sayWaiting = (follows: Following | null): string =>
  follows === null ? '' : ` ${sayFollowing(follows)}`;

type Waiting = Extract<ImportOutcome, { readonly status: 'scanned' | 'uncertain' | 'thin' }>;

const sayWaits = (outcome: Waiting): string => {
  if (outcome.sameAs !== null)
    return `The same file as ${outcome.sameAs}, which is waiting. Precis imports it once.`;
  const follows = sayWaiting(outcome.follows);
  if (outcome.status === 'uncertain')
    return `Not imported yet: check its text and choose an encoding.${follows}`;
  if (outcome.status === 'thin')
    return `Not imported yet: compare the text with the page. ${outcome.remarks.map(sayRemark).join(' ')}${follows}`;
  const { pages } = outcome;
  const pictures = pages === 1 ? 'its page is a picture' : `its ${pages} pages are pictures`;
  return `Not imported yet: ${pictures}. This computer can read them by OCR.${follows}`;
};

/** The attachments of a mail or pages of a web archive that is already here were requested with it. */
const sayHeldBack = ({
  heldBack,
  readAs,
}: Extract<ImportOutcome, { readonly status: 'duplicate' }>): string => {
  if (heldBack === 0) return '';
  const isOfPages = readAs.remarks.some(({ kind }) => kind === 'more-pages');
  const what = printCount(heldBack, isOfPages ? 'other page' : 'attachment');
  return ` Its ${what} ${heldBack === 1 ? 'was' : 'were'} not imported either: import ${heldBack === 1 ? 'it' : 'them'} separately.`;
};

/** The outcome for the file, and why, in sentences. */
export const sayOutcome = (outcome: ImportOutcome): string => {
  switch (outcome.status) {
    case 'imported':
      return sayImported(outcome);
    case 'failed': {
      const { title, text } = errorWords({ code: outcome.reason });
      return `${title} ${text}`;
    }
    case 'duplicate':
      return `You already have this text from the same place. ${sayMarksTaken(outcome.marks) || 'Nothing was written.'}${sayHeldBack(outcome)}`;
    case 'returned':
      return `Returned from review: no article. ${printAddedReview(outcome.added)}`;
    case 'scanned':
    case 'uncertain':
    case 'thin':
      return sayWaits(outcome);
  }
};
