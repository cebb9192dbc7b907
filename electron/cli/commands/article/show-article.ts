import { z } from 'zod';
import { readingStateOf } from '#domain/article/annotations.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { struckRanges, struckWords } from '#domain/article/body/struck-text.ts';
import { textStateOf } from '#domain/article/text-state.ts';
import { articleOpen, type OpenArticle } from '#domain/contract/article.ts';
import { printEventTimeAsIso } from '#domain/dates/event-date.ts';
import { printPassage } from '#domain/memo/verbatim/print-quote.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { type Passage, passageQuote, regionOf } from '#domain/passage/passage.ts';
import { nameRegion } from '#domain/passage/region/region-selector.ts';
import { printCount } from '#domain/print-count.ts';
import { ok } from '#domain/result.ts';
import { type RichText, richTextToPlain } from '#domain/rich-text.ts';
import type { Task } from '#domain/task/task.ts';
import { indexText } from '#domain/text/text-index.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { printMarking } from '#domain/tradecraft/marking.ts';
import { flag } from '../../arguments/options.ts';
import { oneWord } from '../../arguments/words.ts';
import type { CommandContext } from '../../command-context.ts';
import { type Names, readNames } from '../../output/names.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';
import { articleFacts } from './article-facts.ts';
import { describeDuplicate, type ToldDuplicate, tellDuplicates } from './tell-duplicates.ts';

const schema = z
  .strictObject({ words: oneWord('ID'), text: z.boolean().default(false) })
  .transform(({ words: [id], text: hasText }) => ({ id, hasText }));

/** Shows an article with all its metadata; offsets count code points of the canonical text. */
async function showArticle(context: CommandContext, { id, hasText }: z.output<typeof schema>) {
  const articleId = await findId(context, 'article', id);
  if (!articleId.ok) return articleId;
  const opened = await context.call(articleOpen, { articleId: articleId.value });
  if (!opened.ok) return opened;
  const names = await readNames(context);
  if (!names.ok) return names;
  const duplicates = await tellDuplicates(context, articleId.value);
  const shown = { ...describeArticle(opened.value, names.value), duplicates };
  const text = hasText ? { text: canonicalText(opened.value.body) } : {};
  const plain = [...plainLines(shown), ...(hasText ? ['', text.text] : [])].join('\n');
  // A changed text is shown, but the exit code reports a failure: a script must not take it for the imported text.
  return ok({ json: { ...shown, ...text }, plain, hasFailed: shown.textState === 'altered' });
}

const changedWords = {
  intact: [],
  altered: ['CHANGED after the import: you can read it, but not cite it.'],
  accepted: ['Changed after the import, and accepted.'],
} as const;

const plainNote = (note: RichText | null): string | null => (note === null ? null : richTextToPlain(note));

const describeTask = ({ id, title, kind, state, due, owner }: Task) => ({
  id,
  title,
  kind,
  state,
  due,
  owner,
});

function describePassage(
  passage: Passage,
  tasks: readonly Task[],
  names: Names,
  struckIn: (passage: Passage) => readonly string[],
) {
  const ranges = passage.selectors.map(({ position }) => position);
  const region = regionOf(passage);
  return {
    id: passage.id,
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
    ranges,
    quote: passageQuote(passage),
    // Set for a region, which has no quote: see nameRegion.
    region: region === null ? null : nameRegion(region),
    printed: printPassage(passage),
    // The words that the article strikes out of the quote, which the quote alone does not show.
    struck: struckIn(passage),
    label: names.label(passage.label),
    tags: names.tagPaths(passage.tagIds),
    source: names.source(passage.sourceId),
    concerned: passage.concernedIds.flatMap((id) => names.source(id) ?? []),
    grade: printGrade(passage.grade) || null,
    reliability: passage.grade.reliability,
    credibility: passage.grade.credibility,
    manner: passage.manner,
    basis: passage.basis,
    note: plainNote(passage.note),
    tasks: tasks.filter(({ passageId }) => passageId === passage.id).map(describeTask),
    createdAt: passage.createdAt,
    by: passage.by ?? null,
  };
}

/** Returns a function that finds the struck-out words in a passage. */
const createStruckIn = ({ body }: OpenArticle) => {
  const struck = struckRanges(body);
  const index = indexText(canonicalText(body));
  return ({ selectors }: Passage): readonly string[] =>
    struck.length === 0 ? [] : struckWords(index.text, struck, anchorPassage(index, selectors).ranges);
};

function describeArticle(opened: OpenArticle, names: Names) {
  const struckIn = createStruckIn(opened);
  const { article, about, passages, tasks, textSha256 } = opened;
  return {
    id: article.id,
    ...articleFacts(opened),
    importedAt: article.importedAt,
    format: article.format,
    originalName: article.originalName,
    originalSha256: article.originalSha256,
    textState: textStateOf(article, about, textSha256),
    importedSha256: article.textSha256,
    acceptedBecause: about.acceptedText?.reason ?? null,
    state: readingStateOf(about.state, passages.length),
    marking: about.marking === null ? null : printMarking(about.marking),
    publication: names.source(about.publicationId),
    tags: names.tagPaths(about.tagIds),
    eventDates: about.eventDates,
    note: plainNote(about.note),
    tasks: tasks.filter(({ passageId }) => passageId === null).map(describeTask),
    passages: passages
      .map((passage) => describePassage(passage, tasks, names, struckIn))
      .sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

type ShownArticle = ReturnType<typeof describeArticle> & { readonly duplicates: readonly ToldDuplicate[] };

function plainLines(shown: ShownArticle): readonly string[] {
  const head = [shown.publisher, shown.publishedAt, printCount(shown.words, 'word')].filter(
    (part) => part !== null,
  );
  return [
    shown.title ?? 'Untitled',
    head.join(', '),
    `SHA-256 ${shown.sha256}`,
    ...changedWords[shown.textState],
    ...(shown.textState === 'intact' ? [] : [`Imported as SHA-256 ${shown.importedSha256}`]),
    ...(shown.acceptedBecause === null ? [] : [`Used because: ${shown.acceptedBecause}`]),
    ...shown.duplicates.map(describeDuplicate),
    ...shown.eventDates.map((event) =>
      ['Event', printEventTimeAsIso(event), event.note].filter((part) => part !== null).join('  '),
    ),
    ...shown.passages.flatMap(({ id, start, end, label, grade, source, tags, printed }) => [
      '',
      [id, `${start}–${end}`, label, grade, source?.name, tags.map((tag) => `#${tag}`).join(' ')]
        .filter(Boolean)
        .join('  '),
      `  ${printed}`,
    ]),
  ];
}

export const articleCommand = defineCommand(
  {
    name: 'article',
    summary: 'Shows an article with its passages',
    example: 'article 0190a2c0 --text',
    operands: 'ID',
    options: { text: flag('adds its text') },
    says: 'Shows an article with its passages. --text adds its canonical text.',
  },
  schema,
  showArticle,
);
