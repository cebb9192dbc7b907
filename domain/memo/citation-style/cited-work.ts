/** What a citation style needs to know of the articles that a memo cites. */
import type { Bibliography } from '../../article/bibliography/bibliography.ts';
import { doiOf } from '../../article/bibliography/doi.ts';
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { SourceTree } from '../../source/source.ts';
import { foldName } from '../../text/fold-text.ts';
import { isLive } from '../../tree/record-tree.ts';
import { publicationOf } from '../citations/attribution.ts';
import type { CitedArticle } from '../citations/memo-material.ts';
import type { PrintScope } from '../document/print-scope.ts';
import { sourceMarks } from '../document/print-source.ts';
import { printDay, printPublished } from '../print/print-date.ts';
import { type KindOfName, readAuthors, type WorkName } from './author-names.ts';

export type CitedWork = {
  /** Among the sources of the memo. */
  readonly number: number;
  readonly type: Bibliography['type'];
  readonly title: string;
  readonly authors: readonly WorkName[];
  /** The publication that carries it. */
  readonly container: string | null;
  /** "2026-05-03", the day that was stated; null where none was. */
  readonly published: string | null;
  /** The same as Precis prints it; null where no day was stated. */
  readonly printedDay: string | null;
  readonly accessed: string | null;
  readonly url: string | null;
  readonly doi: string | null;
  /** BCP 47; null where it is not known. */
  readonly language: string | null;
  /** Marks that distinguish the stored copy from others cited alike; printed with each citation and in the list. */
  readonly marks: readonly string[];
  /** Further remarks in the list: "3 May 2026 (inferred)". */
  readonly remarks: readonly string[];
};

const kindsOfNames = (sources: SourceTree): KindOfName => {
  const kinds = new Map(
    [...sources.values()]
      .filter(isLive)
      .flatMap((source) =>
        [source.name, ...source.aliases].map((name) => [foldName(name), source.kind] as const),
      ),
  );
  return (name) => kinds.get(foldName(name)) ?? null;
};

type Scope = Pick<PrintScope, 'numbers' | 'articles' | 'sources' | 'words'>;

const workOf = (
  number: number,
  cited: CitedArticle,
  { sources, words }: Scope,
  kindOf: KindOfName,
  marks: readonly string[],
): CitedWork => {
  const bibliography = effectiveBibliography(cited.article, cited.about);
  const { type, title, byline, publishedAt, accessedAt, url, language, dateCertainty } = bibliography;
  const container = publicationOf(cited, sources)?.name ?? null;
  return {
    number,
    type,
    title: title ?? `[${words.source.untitled}]`,
    authors: byline === null || byline === container ? [] : readAuthors(byline, kindOf),
    container,
    published: publishedAt?.slice(0, 10) ?? null,
    printedDay: publishedAt === null ? null : printDay(publishedAt, words),
    accessed: accessedAt,
    url,
    doi: doiOf(bibliography),
    language: language ?? cited.guessedLanguage ?? null,
    marks,
    remarks:
      publishedAt !== null && dateCertainty === 'inferred' ? [printPublished(bibliography, words)] : [],
  };
};

/** The cited articles that are there, by their numbers. */
export const listCitedWorks = (scope: Scope): readonly CitedWork[] => {
  const { numbers, articles, sources, words } = scope;
  const marks = sourceMarks(numbers, articles, sources, words);
  const kindOf = kindsOfNames(sources);
  return [...numbers].flatMap(([articleId, number]) => {
    const cited = articles.get(articleId);
    return cited === undefined ? [] : workOf(number, cited, scope, kindOf, marks.get(number) ?? []);
  });
};
