import type { Pinpoint } from '../memo-document.ts';

/** "1 ¶8", "1 table 2, row 3", or "1" where the place is not known. */
export const printPinpoint = ({ source, paragraph, place }: Pinpoint): string => {
  if (paragraph !== null) return `${source}\u00A0¶${paragraph}`;
  return place === null ? `${source}` : `${source}\u00A0${place}`;
};

/** The same in words, for whoever hears it: "Source 1, paragraph 8". */
export const sayPinpoint = ({ source, paragraph, place }: Pinpoint): string => {
  if (paragraph !== null) return `Source ${source}, paragraph ${paragraph}`;
  return place === null ? `Source ${source}` : `Source ${source}, ${place}`;
};

/** What stands between the pinpoints of one bracket: a place in words holds a comma of its own. */
export const pinpointSeparator = (pinpoints: readonly Pinpoint[]): ', ' | '; ' =>
  pinpoints.some(({ place }) => place !== null) ? '; ' : ', ';

/** "[1 ¶8, 2 ¶3]" */
export const printPinpoints = (pinpoints: readonly Pinpoint[]): string =>
  `[${pinpoints.map(printPinpoint).join(pinpointSeparator(pinpoints))}]`;
