import { isHolderFormat, isMailFormat } from '#domain/article/attachment.ts';
import { type ArticleFormat, articleFormats } from '#domain/article/formats/article-formats.ts';
import type { CountedKind } from '#domain/article/formats/counted-kinds.ts';
import { unsupportedFormats } from '#domain/article/formats/unsupported-formats.ts';
import { printCount } from '#domain/print-count.ts';

const counted = (count: number, name: string): string => `${count.toLocaleString('en-GB')} × ${name}`;

/** The files by kind, from their names: "298 × HTML, 5 × PDF"; empty if no kind is supported. */
export const printRead = (kinds: readonly CountedKind[]): string =>
  kinds
    .flatMap((kind) => (kind.kind === 'read' ? [counted(kind.count, articleFormats[kind.format].name)] : []))
    .join(', ');

const sum = (kinds: readonly CountedKind[]): number => kinds.reduce((all, { count }) => all + count, 0);

/** One sentence each on files that can't, or may not, be imported. */
export const printDoubtful = (kinds: readonly CountedKind[]): readonly string[] => {
  const refused = kinds.filter((kind) => kind.kind === 'unsupported');
  const unknown = sum(kinds.filter(({ kind }) => kind === 'unknown'));
  const names = refused
    .map(({ count, unsupported: kind }) => {
      const { name } = unsupportedFormats[kind];
      return count === 1 ? name : counted(count, name.replace(/^an? /u, ''));
    })
    .join(', ');
  return [
    ...(unknown === 0
      ? []
      : [
          unknown === 1
            ? '1 file of unknown type, imported if it is text.'
            : `${printCount(unknown, 'file')} of unknown type: text files are imported.`,
        ]),
    ...(refused.length === 0
      ? []
      : [
          `${printCount(sum(refused), 'file')} can’t be read (${names}). The others will be imported. The report says what to do.`,
        ]),
  ];
};

const isArchive = (format: ArticleFormat): boolean => isHolderFormat(format) && !isMailFormat(format);

/** What else the files may contain, judging by their names; empty if nothing. */
export const printHeld = (kinds: readonly CountedKind[]): string => {
  const count = (holds: (format: ArticleFormat) => boolean): number =>
    sum(kinds.filter((kind) => kind.kind === 'read' && holds(kind.format)));
  const [mails, archives] = [count(isMailFormat), count(isArchive)];
  return [
    ...(mails === 0 ? [] : [`the attachments of the ${mails === 1 ? 'mail' : `${mails} mails`}`]),
    ...(archives === 0
      ? []
      : [`the other pages of the ${archives === 1 ? 'web archive' : `${archives} web archives`}`]),
  ].join(' and ');
};
