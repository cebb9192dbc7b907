/** Printed where the source has a picture: a picture is no text and can't be quoted. */
export const PICTURE_NOTE = '[image]';

/** Printed where words of the source are left out. An ellipsis of the source's own has no brackets. */
export const OMISSION = '[…]';

/** Between two parts of one quotation: within its marks, or between the marks of each. */
export const OMISSION_WITHIN_MARKS = ` ${OMISSION} `;
export const OMISSION_BETWEEN_MARKS = `” ${OMISSION} “`;

/** As it is typed: three full stops stand for the one character. */
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
