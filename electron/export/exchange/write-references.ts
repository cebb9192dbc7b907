/** The citations of articles for reference managers: CSL-JSON (1.0.2), BibTeX as BibLaTeX reads it too, RIS. */
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { doiOf } from '#domain/article/bibliography/doi.ts';
import type { OutArticle } from '#domain/exchange/material.ts';

/** Ids of one archive differ at their end; a key contains only letters and digits. */
const keyOf = ({ id }: OutArticle): string => `precis${id.replaceAll('-', '').slice(-16)}`;

/** Year, month and day of a date or a date-time. */
const dayOf = (date: string | null): readonly [string, string, string] | null => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(date ?? '') ?? [];
  return year === undefined || month === undefined || day === undefined ? null : [year, month, day];
};

const isInContainer = ({ type }: Bibliography): boolean =>
  type.startsWith('article-') || type === 'webpage' || type === 'post' || type === 'broadcast';

const cslDate = (date: string | null): object => {
  const day = dayOf(date);
  return day === null ? {} : { 'date-parts': [day.map(Number)] };
};

/** The separators of keywords in a list. */
const SEPARATOR = /[,;]/u;

/**
 * The tags as one text. CSL-JSON can't mark a comma as part of a name: if a tag contains one, the tags are also listed
 * separately under `custom`, which is intended for data without a field of its own.
 */
const cslKeyword = (tags: readonly string[]): object => ({
  ...(tags.length > 0 && { keyword: tags.join(', ') }),
  ...(tags.some((tag) => SEPARATOR.test(tag)) && { custom: { tags } }),
});

/** A keyword in BibTeX, in braces if it contains a separator. */
const bibtexKeyword = (tag: string): string => (SEPARATOR.test(tag) ? `{${latex(tag)}}` : latex(tag));

const cslItem = ({ id, bibliography, tags }: OutArticle): object => {
  const { type, title, byline, publisher, publishedAt, url, accessedAt, language } = bibliography;
  const doi = doiOf(bibliography);
  return {
    id,
    type,
    ...(title === null ? {} : { title }),
    // A byline is kept as printed, because it is not known which of its words are a family name.
    ...(byline === null ? {} : { author: [{ literal: byline }] }),
    ...(publisher === null
      ? {}
      : { [isInContainer(bibliography) ? 'container-title' : 'publisher']: publisher }),
    ...(publishedAt === null ? {} : { issued: cslDate(publishedAt) }),
    ...(accessedAt === null ? {} : { accessed: cslDate(accessedAt) }),
    ...(url === null ? {} : { URL: url }),
    ...(doi === null ? {} : { DOI: doi }),
    ...(language === null ? {} : { language }),
    ...cslKeyword(tags),
  };
};

/** The citations as CSL-JSON. */
export const writeCsl = (articles: readonly OutArticle[]): string =>
  `${JSON.stringify(articles.map(cslItem), null, 2)}\n`;

const bibtexTypes: Readonly<Partial<Record<Bibliography['type'], string>>> = {
  'article-newspaper': 'article',
  'article-magazine': 'article',
  'article-journal': 'article',
  report: 'report',
  dataset: 'dataset',
  document: 'misc',
};

const latexSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** `text` escaped so that LaTeX prints it as it is; letters of all scripts stay, since the file is UTF-8. */
const latex = (text: string): string =>
  text
    .replace(/[\\~^]|[&%$#_{}]/gu, (sign) => latexSigns[sign] ?? `\\${sign}`)
    // LaTeX would print two of them as one character: a dash, a quotation mark.
    .replace(/([-`'])(?=\1)/gu, '$1{}')
    .replace(/\s+/gu, ' ');

/** An address is copied as it is, except for characters that would end its braces. */
const bareAddress = (url: string): string => url.replace(/[{}\\]/gu, (sign) => encodeURIComponent(sign));

const bibtexEntry = (article: OutArticle): string => {
  const { bibliography } = article;
  const { type, title, byline, publisher, publishedAt, url, accessedAt, language } = bibliography;
  const kind = bibtexTypes[type] ?? 'online';
  const fields: readonly (readonly [string, string | null])[] = [
    // In double braces, so that capitals stay and a byline is not split into names.
    ['title', title === null ? null : `{${latex(title)}}`],
    ['author', byline === null ? null : `{${latex(byline)}}`],
    [kind === 'article' ? 'journal' : 'organization', publisher === null ? null : latex(publisher)],
    ['date', dayOf(publishedAt)?.join('-') ?? null],
    ['year', dayOf(publishedAt)?.[0] ?? null],
    ['url', url === null ? null : bareAddress(url)],
    ['urldate', accessedAt],
    ['doi', doiOf(bibliography)],
    ['language', language],
    ['keywords', article.tags.length === 0 ? null : article.tags.map(bibtexKeyword).join(', ')],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@${kind}{${keyOf(article)},\n${lines.join(',\n')}\n}\n`;
};

/** The citations as BibTeX, in UTF-8. */
export const writeBibtex = (articles: readonly OutArticle[]): string => articles.map(bibtexEntry).join('\n');

const risTypes: Readonly<Record<Bibliography['type'], string>> = {
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  'article-journal': 'JOUR',
  webpage: 'ELEC',
  post: 'BLOG',
  report: 'RPRT',
  broadcast: 'GEN',
  interview: 'GEN',
  speech: 'GEN',
  hearing: 'HEAR',
  legislation: 'STAT',
  treaty: 'GEN',
  dataset: 'DATA',
  personal_communication: 'PCOMM',
  document: 'GEN',
};

const risRecord = ({ id, bibliography, tags }: OutArticle): string => {
  const { type, title, byline, publisher, publishedAt, url, accessedAt, language } = bibliography;
  const lines: readonly (readonly [string, string | null])[] = [
    ['TY', risTypes[type]],
    ['ID', id],
    ['TI', title],
    ['AU', byline],
    [isInContainer(bibliography) ? 'T2' : 'PB', publisher],
    ['PY', dayOf(publishedAt)?.[0] ?? null],
    ['DA', dayOf(publishedAt)?.join('/') ?? null],
    ['UR', url],
    ['Y2', dayOf(accessedAt)?.join('/') ?? null],
    ['DO', doiOf(bibliography)],
    ['LA', language],
    ...tags.map((tag) => ['KW', tag] as const),
  ];
  const printed = lines.flatMap(([tag, value]) =>
    // A reader may end a line at any control character.
    value === null ? [] : [`${tag}  - ${value.replace(/[\s\p{Cc}]+/gu, ' ')}`],
  );
  return [...printed, 'ER  - ', ''].join('\r\n');
};

/** The citations as RIS. */
export const writeRis = (articles: readonly OutArticle[]): string => articles.map(risRecord).join('\r\n');
