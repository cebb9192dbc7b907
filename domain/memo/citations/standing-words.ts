/**
 * The words for the state of a citation: one table for the chip, its card, the status line, Checks, Review and the
 * trail.
 */
import { printCount } from '../../print-count.ts';
import type { LaterReading } from './later-reading.ts';
import type { ResolvedCitation } from './resolved-citation.ts';
import { type Standing, standings } from './standing.ts';

/** In a word or two, beside a citation. */
export const standingNames: Readonly<Record<Standing, string>> = {
  same: 'same in newer version',
  changed: 'changed',
  reversed: 'reversed',
  gone: 'gone',
  beside: 'next to a change',
  unsettled: 'unsettled',
};

const sentences: Readonly<Record<Standing, (newest: string) => string>> = {
  same: (newest) => `This cites an older version. ${newest} says the same.`,
  changed: (newest) => `This cites an older version. ${newest} has different words.`,
  reversed: (newest) =>
    `This cites an older version. In ${newest.toLowerCase()}, a negation or denial was added or dropped.`,
  gone: (newest) => `This cites an older version. ${newest} no longer has these words.`,
  beside: (newest) =>
    `This cites an older version. ${newest} has the same words, but something next to them is different. Check it in Review.`,
  unsettled: (newest) =>
    `This cites an older version. The place of these words in ${newest.toLowerCase()} is not settled yet.`,
};

/** The state of the citation, in a sentence or two. */
export const sayStanding = ({
  standing,
  newestVersion,
}: Pick<LaterReading, 'standing' | 'newestVersion'>): string =>
  sentences[standing](`Version ${newestVersion}`);

/** Whether a citation may be sent as it is: its own copy is unchanged, and the newest version says the same. */
export const holdsStill = ({ state, later }: Pick<ResolvedCitation, 'state' | 'later'>): boolean =>
  state === 'ok' && (later === undefined || later.standing === 'same');

/** Counts the citations in each state by newer versions: "2 changed, 1 gone, 9 same in newer version". */
export const countStandings = (citations: readonly Pick<ResolvedCitation, 'later'>[]): string =>
  standings
    .toReversed()
    .flatMap((standing) => {
      const count = citations.filter(({ later }) => later?.standing === standing).length;
      return count === 0 ? [] : [`${count} ${standingNames[standing]}`];
    })
    .join(', ');

/** "12 citations, all up to date", "12 citations: 1 gone, 2 changed". */
const sayCitations = (citations: readonly Pick<ResolvedCitation, 'state' | 'later'>[]): string => {
  const counted = printCount(citations.length, 'citation');
  const edited = citations.filter(({ state }) => state !== 'ok').length;
  const parts = [
    ...(edited === 0 ? [] : [`${edited} with changed evidence`]),
    countStandings(citations),
  ].filter((part) => part !== '');
  if (parts.length > 0) return `${counted}: ${parts.join(', ')}`;
  return citations.length === 1 ? '1 citation, up to date' : `${counted}, all up to date`;
};

/**
 * The evidence of a memo in the status line: "1 citation, up to date; 1 line of a chronology changed". Empty of a memo
 * that rests on nothing.
 * @param changedLines how many lines of a chronology print an event that is printed otherwise now
 */
export const sayEvidence = (
  citations: readonly Pick<ResolvedCitation, 'state' | 'later'>[],
  changedLines: number,
): string =>
  [
    ...(citations.length === 0 ? [] : [sayCitations(citations)]),
    ...(changedLines === 0 ? [] : [`${printCount(changedLines, 'line')} of a chronology changed`]),
  ].join('; ');
