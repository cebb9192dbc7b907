/**
 * What kind of publication a page says that its article is in: by its type at schema.org, or by the tags that only such a
 * publication has (Highwire, as Google Scholar asks for them; PRISM).
 */
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { LinkedData } from './json-ld.ts';
import { type MetaElements, metaValues } from './meta-elements.ts';

type ArticleType = Bibliography['type'];

const ofSchema: readonly (readonly [RegExp, ArticleType])[] = [
  [/ScholarlyArticle$/, 'article-journal'],
  [/NewsArticle$/, 'article-newspaper'],
  [/Posting$/, 'post'],
  [/^Report$/, 'report'],
];

/** The types of CSL that the page's data name; an article of no kind that is known has none. */
export const typesOfData = ({ types }: LinkedData): readonly ArticleType[] =>
  types.flatMap((type) => ofSchema.filter(([pattern]) => pattern.test(type)).map(([, kind]) => kind));

const ofTags: readonly (readonly [tag: string, ArticleType])[] = [
  ['citation_journal_title', 'article-journal'],
  ['prism.publicationname', 'article-journal'],
  ['citation_technical_report_institution', 'report'],
];

/** The types that the page's tags tell. */
export const typesOfMeta = (meta: MetaElements): readonly ArticleType[] =>
  ofTags.filter(([tag]) => metaValues(meta, tag).length > 0).map(([, type]) => type);

/** In what the article was published, which is cited, and not the house that owns it. */
export const containersOf = (meta: MetaElements): readonly string[] =>
  metaValues(meta, ...ofTags.map(([tag]) => tag), 'citation_conference_title');
