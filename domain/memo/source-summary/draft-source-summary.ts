/**
 * A source summary statement (ICD 206) drafted from the data: how many sources of which kind, grade, origin and
 * age, what contradicts, and what is missing. It counts and states; strengths and weaknesses are the analyst's to
 * judge.
 */
import { missingForCitation } from '../../article/bibliography/bibliography.ts';
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { PassageId } from '../../ids.ts';
import type { Passage } from '../../passage/passage.ts';
import { originsOf } from '../../source/origins-of.ts';
import { descriptorFields, type SourceTree } from '../../source/source.ts';
import { isUngraded, printGradeApart } from '../../tradecraft/grade.ts';
import { printMaker } from '../../translation/print-translation.ts';
import { indexTree, resolveRecord } from '../../tree/record-tree.ts';
import { publicationOf } from '../citations/attribution.ts';
import { citedArticles } from '../citations/cited-articles.ts';
import { citedName } from '../citations/cited-name.ts';
import { citedTranslationOf } from '../citations/cited-translation.ts';
import { type CitedPassage, listCitations } from '../citations/list-citations.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import type { Memo } from '../memo.ts';
import type { MemoInline, MemoParagraph } from '../memo-content.ts';
import { printDay } from '../print/print-date.ts';
import { type PrintedWords, printCounted, printLed, wordsFor } from '../print/printed-words.ts';

/** What a source summary statement counts: the cited passages, their articles and what is known of both. */

type CitedFact = {
  /** The first of the passage. */
  readonly citation: CitedPassage;
  readonly passage: Passage;
  readonly cited: CitedArticle;
};

/** Each cited passage that is there, once, in the order of first citation. */
const citedFacts = ({ content }: Memo, { articles }: MemoMaterial): readonly CitedFact[] => {
  const facts = new Map<PassageId, CitedFact>();
  for (const citation of listCitations(content)) {
    const { articleId, passageId } = citation;
    const cited = articles.get(articleId);
    const passage = cited?.passages.find(({ id }) => id === passageId);
    if (cited === undefined || passage === undefined || facts.has(passageId)) continue;
    facts.set(passageId, { citation, passage, cited });
  }
  return [...facts.values()];
};

/** The cited articles with their bibliographies, in the order of the list of sources. */
const citedBibliographies = ({ content }: Memo, material: MemoMaterial) =>
  citedArticles(content, material).map((cited) => ({
    cited,
    bibliography: effectiveBibliography(cited.article, cited.about),
  }));

type Drafted = {
  readonly memo: Memo;
  readonly words: PrintedWords;
  readonly material: MemoMaterial;
  readonly sources: SourceTree;
  readonly facts: readonly CitedFact[];
  readonly articles: ReturnType<typeof citedBibliographies>;
};

/** A sentence; null where there is nothing to say. */
type Said = string | Parts | null;

/** "newspaper article (2), report (1)", in the order in which they first come up. */
const tally = (words: readonly string[], { sign }: PrintedWords): string => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${word}${sign.bracketed(`${count}`)}`).join(sign.comma);
};

const kinds = ({ facts, articles, words }: Drafted): Said => {
  const { summary, source } = words;
  return summary.cites(
    printCounted(facts.length, summary.passages, words),
    printCounted(articles.length, summary.sources, words),
    tally(
      articles.map(({ bibliography }) => source.type[bibliography.type]),
      words,
    ),
  );
};

const origins = ({ facts, material, words: { summary, sign } }: Drafted): Said => {
  if (material.origins === undefined) return null;
  const { provenance } = material.origins;
  const groups = originsOf(facts.flatMap(({ passage }) => provenance.get(passage.id) ?? []));
  const known = groups.flatMap(({ name, passages }) =>
    name === null ? [] : `${name}${sign.bracketed(`${passages.length}`)}`,
  );
  const unknown = groups.filter(({ name }) => name === null).length;
  const rest = unknown === 0 ? [] : [summary.unknownOrigin(`${unknown}`)];
  const list = [known.join(sign.comma), ...rest].filter((part) => part !== '').join(sign.semicolon);
  return groups.length === 0 ? null : summary.origins(`${groups.length}`, list);
};

const grades = ({ facts, words }: Drafted): Said => {
  const { summary, sign, citation } = words;
  const graded = facts.filter(({ passage }) => !isUngraded(passage.grade));
  const printed = graded.map(({ passage }) => printGradeApart(passage.grade)).toSorted();
  const ungraded = facts.length - graded.length;
  const said = [
    ...(printed.length === 0 ? [] : [tally(printed, words)]),
    ...(ungraded === 0 ? [] : [`${citation.notGraded.toLowerCase()}${sign.bracketed(`${ungraded}`)}`]),
  ];
  return summary.grades(said.join(sign.comma));
};

const letters = ({ articles, sources, words: { summary, sign } }: Drafted): Said => {
  const known = new Map(
    articles.flatMap(({ cited }) => {
      const publication = publicationOf(cited, sources);
      return publication?.reliability == null ? [] : [[publication.name, publication.reliability] as const];
    }),
  );
  return known.size === 0
    ? null
    : summary.letters([...known].map(([name, letter]) => `${name} ${letter}`).join(sign.comma));
};

const manners = ({ facts, words: { summary, sign, citation } }: Drafted): Said => {
  const count = (is: (fact: CitedFact) => boolean): number => facts.filter(is).length;
  const said = [
    [summary.direct, count(({ passage }) => passage.manner === 'direct')],
    [citation.unnamed, count(({ passage }) => passage.basis === 'unnamed')],
    [citation.onBackground, count(({ passage }) => passage.basis === 'background')],
  ] as const;
  const counted = said
    .filter(([, number]) => number > 0)
    .map(([words, number]) => `${words}${sign.bracketed(`${number}`)}`);
  return counted.length === 0 ? null : summary.speakers(counted.join(sign.comma));
};

/** The translators of what is quoted; machine translations are labelled as such. */
const translations = ({ memo, material, words }: Drafted): Said => {
  const makers = listCitations(memo.content).flatMap((citation) => {
    const cited = material.articles.get(citation.articleId);
    const passage = cited?.passages.find(({ id }) => id === citation.passageId);
    if (cited === undefined || passage === undefined) return [];
    const translation = citedTranslationOf(citation, cited, passage);
    return translation === null ? [] : [printMaker(translation.maker, words)];
  });
  return makers.length === 0 ? null : words.summary.translated(tally(makers, words));
};

const DAY_MS = 86_400_000;
const daysBetween = (early: string, late: string): number =>
  Math.round((Date.parse(late.slice(0, 10)) - Date.parse(early.slice(0, 10))) / DAY_MS);

const age = ({ articles, memo, words }: Drafted): Said => {
  const { summary, sign } = words;
  const dates = articles.flatMap(({ bibliography }) => bibliography.publishedAt ?? []).toSorted();
  const [oldest, newest] = [dates[0], dates.at(-1)];
  const undated = articles.length - dates.length;
  if (oldest === undefined || newest === undefined)
    return undated === 0 ? null : summary.allUndated(`${undated}`);
  const days = daysBetween(newest, memo.head.asOf);
  const before = days < 0 ? summary.after : summary.before(printCounted(days, summary.days, words));
  const [first, last] = [printDay(oldest, words), printDay(newest, words)];
  const span = first === last ? summary.on(first) : summary.between(first, last);
  const said = summary.published(span, before);
  return undated === 0 ? said : `${said}${sign.gap}${summary.undated(`${undated}`)}`;
};

/** A citation, never the words: text between quotation marks in a memo is compared with its source. */
const cite = ({ citation: { articleId, passageId, exactSha256 } }: CitedFact): MemoInline => ({
  type: 'citation',
  attrs: { articleId, passageId, exactSha256, form: 'number' },
});

type Parts = readonly (string | MemoInline)[];

/** The parts with `mark` between them. */
const joinParts = (all: readonly Parts[], mark: string): Parts =>
  all.flatMap((parts, at) => (at === 0 ? parts : [mark, ...parts]));

const between = ({ facts, words: { summary } }: Drafted): readonly Parts[] =>
  facts.flatMap((fact) =>
    fact.passage.relations.flatMap(({ type, passageId }): readonly Parts[] => {
      const other = facts.find(({ passage }) => passage.id === passageId);
      return type === 'contradicts' && other !== undefined
        ? [[cite(fact), ` ${summary.contradicts} `, cite(other)]]
        : [];
    }),
  );

const outside = ({ facts, material, words: { summary, source } }: Drafted): readonly Parts[] =>
  (material.origins?.disputes ?? []).flatMap(({ passageId, type, other }): readonly Parts[] => {
    const fact = facts.find(({ passage }) => passage.id === passageId);
    if (fact === undefined) return [];
    const relation = type === 'contradicts' ? summary.contradicts : type;
    return [[`${summary.otherPassage(other.article ?? source.anUntitledArticle, relation)} `, cite(fact)]];
  });

const conflicts = (drafted: Drafted): Said => {
  if (drafted.material.origins === undefined) return null;
  const { summary, sign } = drafted.words;
  const all = [...between(drafted), ...outside(drafted)];
  return all.length === 0
    ? summary.noConflict
    : [printLed(summary.conflict, ''), ...joinParts(all, sign.semicolon), sign.stop];
};

const gaps = ({ facts, words: { summary, sign } }: Drafted): Said => {
  const named = facts.filter(({ passage }) => passage.label === 'gap');
  if (named.length === 0) return null;
  return [
    printLed(summary.gaps, ''),
    ...joinParts(
      named.map((fact) => [cite(fact)]),
      ' ',
    ),
    sign.stop,
  ];
};

const listIn = ({ tag }: PrintedWords, items: readonly string[]): string =>
  new Intl.ListFormat(tag).format(items);

const incompleteCitations = ({ articles, words }: Drafted): Said => {
  const { summary, sign } = words;
  const incomplete = articles.flatMap(({ cited, bibliography }) => {
    const missing = missingForCitation(bibliography).map((field) => summary.field[field]);
    return missing.length === 0
      ? []
      : `${citedName(cited, words.source.untitledArticle)}${sign.bracketed(listIn(words, missing))}`;
  });
  return incomplete.length === 0 ? null : summary.missing(listIn(words, incomplete));
};

const saysAi =
  /\b(?:AI|LLMs?|artificial intelligence|machine[- ](?:translat\w+|generated)|language models?)\b/u;

/** AI tools used are disclosed (ICS 206-01): what was recorded about them for the sources. */
const aiUse = ({ articles, sources, words: { summary, sign } }: Drafted): Said => {
  const said = articles.flatMap(({ cited }) => {
    const publication = resolveRecord(sources, cited.about.publicationId);
    const described = descriptorFields.flatMap((field) => publication?.descriptor[field] ?? []);
    const found = described.filter((text) => saysAi.test(text));
    return found.map((text) => `${publication?.name}: ${text.trim().replace(/[.]$/u, '')}`);
  });
  return said.length === 0 ? null : summary.onAi([...new Set(said)].join(sign.semicolon));
};

const changed = ({ articles, words }: Drafted): Said => {
  const altered = articles.filter(({ cited }) => cited.textSha256 !== cited.article.textSha256);
  if (altered.length === 0) return null;
  const names = altered.map(({ cited }) => citedName(cited, words.source.untitledArticle));
  return words.summary.changed(listIn(words, names));
};

const paragraphs: readonly (readonly ((drafted: Drafted) => Said)[])[] = [
  [kinds, origins, age],
  [grades, letters, manners, translations],
  [conflicts, gaps, incompleteCitations, changed, aiUse],
];

const toInline = (part: string | MemoInline): MemoInline =>
  typeof part === 'string' ? { type: 'text', text: part } : part;

/** The statement as paragraphs, ready to be edited; empty where the memo cites nothing. */
export const draftSourceSummary = (memo: Memo, material: MemoMaterial): readonly MemoParagraph[] => {
  const facts = citedFacts(memo, material);
  if (facts.length === 0) return [];
  const words = wordsFor(memo.head.language);
  const drafted: Drafted = {
    memo,
    words,
    material,
    sources: indexTree(material.sources),
    facts,
    articles: citedBibliographies(memo, material),
  };
  return paragraphs
    .map((sentences) =>
      sentences.flatMap((sentence): readonly Parts[] => {
        const said = sentence(drafted);
        if (said === null) return [];
        return [typeof said === 'string' ? [said] : said];
      }),
    )
    .filter((said) => said.length > 0)
    .map((said) => ({ type: 'paragraph', content: joinParts(said, words.sign.gap).map(toInline) }));
};
