import { isMailFormat } from '#domain/article/attached/attachment.ts';
import { articleFormats } from '#domain/article/formats/article-formats.ts';
import type { CountedKind } from '#domain/article/formats/counted-kinds.ts';
import { unsupportedFormats } from '#domain/article/formats/unsupported-formats.ts';
import { printCount } from '#domain/print-count.ts';

const counted = (count: number, name: string): string => `${count.toLocaleString('en-GB')} × ${name}`;

/** What the files are by their names: "298 × HTML, 5 × PDF"; empty where none is of a kind that is read. */
export const printRead = (kinds: readonly CountedKind[]): string =>
  kinds
    .flatMap((kind) => (kind.is === 'read' ? [counted(kind.count, articleFormats[kind.format].name)] : []))
    .join(', ');

const sum = (kinds: readonly CountedKind[]): number => kinds.reduce((all, { count }) => all + count, 0);

/** In a sentence each what is not imported, or not for certain. */
export const printDoubtful = (kinds: readonly CountedKind[]): readonly string[] => {
  const refused = kinds.filter((kind) => kind.is === 'unsupported');
  const unknown = sum(kinds.filter(({ is }) => is === 'unknown'));
  const names = refused.map(({ count, kind }) => counted(count, unsupportedFormats[kind].name)).join(', ');
  return [
    ...(unknown === 0
      ? []
      : [
          `${printCount(unknown, 'file')} of a kind that ${unknown === 1 ? 'its name does' : 'their names do'} not tell: imported where ${unknown === 1 ? 'it is' : 'they are'} text.`,
        ]),
    ...(refused.length === 0
      ? []
      : [
          `${printCount(sum(refused), 'file')} can’t be read (${names}): the others are imported, and the report says what to do.`,
        ]),
  ];
};

/** How many of the files are mails, by their names. */
export const countMails = (kinds: readonly CountedKind[]): number =>
  sum(kinds.filter((kind) => kind.is === 'read' && isMailFormat(kind.format)));
