/** The words of a source list for kinds and for the letter of reliability. */
import { foldName } from '../../text/fold-text.ts';
import { type Reliability, reliabilities, reliabilityTable } from '../../tradecraft/reliability.ts';
import { type SourceKind, sourceKindNames, sourceKinds } from '../source.ts';

/** A kind by its name or id, in any case, also as "organization"; null for any other word. */
export const readKind = (written: string): SourceKind | null => {
  const folded = foldName(written).replace('organization', 'organisation');
  return sourceKinds.find((kind) => kind === folded || foldName(sourceKindNames[kind]) === folded) ?? null;
};

/** Wordings beside those of NATO: US FM 2-22.3, appendix B, says "Reliable" for A and "Cannot be judged" for F. */
const alsoSaid: Readonly<Record<string, Reliability>> = { reliable: 'A', 'cannot be judged': 'F' };

const byWording: ReadonlyMap<string, Reliability> = new Map([
  ...reliabilities.map((letter): [string, Reliability] => [
    foldName(reliabilityTable[letter].wording),
    letter,
  ]),
  ...Object.entries(alsoSaid),
]);

/**
 * The letter of "B", "b", "Usually reliable", or both as in "B – usually reliable" and "B (usually reliable)". Null for
 * any other word, and where letter and words say otherwise.
 */
export const readReliability = (written: string): Reliability | null => {
  const [, first, words = ''] =
    /^(?:([a-f])(?![\p{L}\p{N}]))?[\s:.,;()–—-]*(.*?)[\s.)]*$/iu.exec(written.trim()) ?? [];
  const letter = reliabilities.find((each) => each === first?.toUpperCase()) ?? null;
  if (words === '') return letter;
  const ofWords = byWording.get(foldName(words)) ?? null;
  return letter === null || letter === ofWords ? ofWords : null;
};
