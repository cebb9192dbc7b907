/** Printed where the source has a picture: a picture is no text and can't be quoted. */
export const PICTURE_NOTE = '[image]';

/** Printed where words of the source are left out. An ellipsis in the source itself has no brackets. */
export const OMISSION = '[…]';

/** Between two parts of one quotation: within its marks, or between the marks of each. */
export const OMISSION_WITHIN_MARKS = ` ${OMISSION} `;
export const OMISSION_BETWEEN_MARKS = `” ${OMISSION} “`;

/** Punctuation that closes a sentence or a part of one: it follows the text before it without a space. */
const closingMark = /^[.,;:!?…)\]}”’»]/u;

/**
 * The mark printed between a part and `next`: “base […].” where only the full stop is kept of the rest, and
 * otherwise `omission` as it is.
 */
export const omissionBefore = (omission: string, next: string): string =>
  omission === OMISSION_WITHIN_MARKS && closingMark.test(next) ? omission.trimEnd() : omission;

/** Whether `printed` is an omission between two parts of one quotation within its marks. */
export const isOmissionWithinMarks = (printed: string): boolean =>
  printed === OMISSION_WITHIN_MARKS || printed === OMISSION_WITHIN_MARKS.trimEnd();

/** The parts of a quotation as one text. */
export const joinParts = (parts: readonly string[], omission: string): string =>
  parts.reduce((text, part, at) => (at === 0 ? part : text + omissionBefore(omission, part) + part), '');

/** The mark as typed: three full stops represent the one character. */
const typedOmission = /\[\s?(?:…|\.\.\.|\. \. \.)\s?\]/gu;
const bareEllipsis = /…|\.\.\./gu;

/** The kept parts of a shortened quotation, without the white space around them; an empty one is dropped. */
export const splitAtOmissions = (printed: string): readonly string[] =>
  printed
    .split(typedOmission)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The parts, where each ellipsis without brackets is taken for an omission too. */
export const splitAtEllipses = (printed: string): readonly string[] =>
  splitAtOmissions(
    printed.replace(typedOmission, OMISSION).replace(bareEllipsis, OMISSION).replaceAll('[[…]]', OMISSION),
  );
