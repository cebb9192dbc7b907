import type { AnnotationsFile } from '#domain/archive/files.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { CodedArticle, CodedPassage, Coding } from '#domain/coding/coded-article.ts';
import { isCoded } from '#domain/coding/coded-article.ts';
import type { ArticleId, TagId } from '#domain/ids.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import { type Passage, passageQuote, targetOf } from '#domain/passage/passage.ts';
import type { Selector } from '#domain/text/selector.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { passageTextOf } from '../../passage/passage-text.ts';
import type { CoderTags } from './coder-tags.ts';

type Names = (ids: readonly TagId[]) => readonly string[];

/** Whether the words of a selector stand where it says. */
const stands = ({ index }: PassageText, { quote, position: { start, end } }: Selector): boolean =>
  end <= index.codePointLength && index.text.slice(index.toUtf16(start), index.toUtf16(end)) === quote.exact;

const codedPassage = (passage: Passage, names: Names): CodedPassage => ({
  id: passage.id,
  ranges: passage.selectors.map(({ position }) => position),
  quote: passageQuote(passage),
  label: passage.label,
  tags: names(passage.tagIds),
});

const codingOf = ({ about, passages }: AnnotationsFile, names: Names): Coding => ({
  tags: names(about.tagIds),
  passages: passages
    .filter(({ deletedAt }) => deletedAt === null)
    .map((passage) => codedPassage(passage, names)),
});

type Comparable = {
  readonly coding: Coding;
  /** Passages whose words do not stand where they say. */
  readonly lost: number;
  /** Regions of pictures and pages: of one picture many have one place in the text. */
  readonly regions: number;
};

/** The coding with the passages that can be compared, and how many can't. */
const comparable = (text: PassageText, coding: Coding, { passages }: AnnotationsFile): Comparable => {
  const targets = new Map(passages.map((passage) => [passage.id, targetOf(passage)] as const));
  const ofWords = coding.passages.filter(({ id }) => targets.get(id)?.kind === 'words');
  const kept = ofWords.filter(({ id }) => {
    const target = targets.get(id);
    return target?.kind === 'words' && target.selectors.every((each) => stands(text, each));
  });
  return {
    coding: { ...coding, passages: kept },
    lost: ofWords.length - kept.length,
    regions: coding.passages.length - ofWords.length,
  };
};

const blocksOf = ({ index, spans }: PassageText): CodedArticle['blocks'] =>
  spans
    .filter(({ start, end }) => index.text.slice(start, end).trim() !== '')
    .map(({ start, end }) => ({ start: index.toCodePoint(start), end: index.toCodePoint(end) }));

/** What both coders have done in an article, or who of them has coded it at all. */
export type ReadCoding =
  | ({ readonly is: 'both'; readonly article: CodedArticle } & Pick<Comparable, 'lost' | 'regions'>)
  | { readonly is: 'mine' | 'theirs' | 'none' | 'unreadable' };

/** Reads an article of this archive beside what another coder says of the same text. */
export const readCoding = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  theirs: AnnotationsFile,
  tags: CoderTags,
): Promise<ReadCoding> => {
  const [record, mine] = [await reader.article(articleId), await reader.annotations(articleId)];
  if (!record.ok || !mine.ok) return { is: 'unreadable' };
  const [here, there] = [codingOf(mine.value, tags.mine), codingOf(theirs, tags.theirs)];
  if (!isCoded(here) || !isCoded(there)) {
    if (isCoded(here)) return { is: 'mine' };
    return { is: isCoded(there) ? 'theirs' : 'none' };
  }
  const text = await passageTextOf(reader, articleId);
  if (!text.ok) return { is: 'unreadable' };
  const [own, other] = [comparable(text.value, here, mine.value), comparable(text.value, there, theirs)];
  return {
    is: 'both',
    lost: own.lost + other.lost,
    regions: own.regions + other.regions,
    article: {
      articleId,
      title: effectiveBibliography(record.value.article, mine.value.about).title,
      blocks: blocksOf(text.value),
      mine: own.coding,
      theirs: other.coding,
    },
  };
};
