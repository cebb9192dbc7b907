import { unprintableFigures } from '../../document/unprintable-figures.ts';
import type { FigureBlock } from '../../memo-document.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

const tell =
  (message: (figure: FigureBlock) => string) =>
  (figure: FigureBlock): Found => ({
    place: { kind: 'figure', number: figure.number },
    message: message(figure),
    subject: null,
  });

/** A picture that another program has taken away or changed. */
export const pictureMissing: Rule = {
  level: 'error',
  check: ({ document, material }) =>
    unprintableFigures(document, material.pictures ?? null).missing.map(
      tell(
        ({ number, picture }) =>
          `The picture of figure ${number} is missing, or is another one: “${picture.sha256.slice(0, 12)}….${picture.format}” in the folder of the memo. Put it in again, or take it from a backup.`,
      ),
    ),
};

/** A picture that some readers can't see (PDF/UA-1, ISO 14289-1, 7.3; WCAG 2.2, 1.1.1). Nothing is guessed for them. */
export const figureNotDescribed: Rule = {
  level: 'error',
  check: ({ document }) =>
    unprintableFigures(document, null).undescribed.map(
      tell(
        ({ number }) =>
          `Figure ${number} has no description. Say what it shows, for readers who can’t see it (PDF/UA-1).`,
      ),
    ),
};
