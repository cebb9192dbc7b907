import { z } from 'zod';
import { searchArchive, searchHelp, searchIndex } from '#domain/contract/search.ts';
import type { SearchGroup, SearchHit } from '#domain/contract/search-archive.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import { ok } from '#domain/result.ts';
import { type SearchKind, searchKindNames } from '#domain/search/language/search-facts.ts';
import { printGrade } from '#domain/tradecraft/grade.ts';
import { value } from '../../arguments/options.ts';
import { filled, noWords } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { readLabels } from '../../output/names.ts';
import { defineCommand } from '../command.ts';

const DEFAULT_LIMIT = 20;
const wrongLimit = { error: 'must be a number from 1 to 500' };
const schema = z
  .strictObject({
    words: z.array(z.string()).min(1, { error: 'must contain words to search for' }).pipe(z.array(filled)),
    limit: z.coerce.number(wrongLimit).int(wrongLimit).min(1, wrongLimit).max(500, wrongLimit).optional(),
  })
  .transform(({ words, limit = DEFAULT_LIMIT }) => ({ text: words.join(' '), limit }));

/** The id of a hit: that of the passage or task, if it is one. */
const idOf = ({ kind, ...hit }: SearchHit): string | null => {
  const own: Readonly<Record<SearchKind, string | null>> = {
    passage: hit.passageId,
    article: hit.articleId,
    note: hit.passageId ?? hit.articleId,
    memo: hit.memoId,
    task: hit.taskId,
    source: hit.sourceId,
    tag: hit.tagId,
    translation: hit.passageId ?? hit.articleId,
    event: hit.eventId,
    board: hit.boardId,
  };
  return own[kind];
};

const printHit = (hit: SearchHit): string => {
  const { title, snippet, paragraph, publisher, publishedAt, grade } = hit;
  const pinpoint = paragraph === null ? null : `¶${paragraph}`;
  const printed = grade === null ? null : printGrade(grade);
  const about = [title, publisher, publishedAt, pinpoint, printed].filter(
    (part) => part !== null && part !== '',
  );
  return `${idOf(hit)}  ${about.join(' · ')}\n    ${snippet.text}`;
};

const printGroup = ({ kind, count, hits }: SearchGroup): string =>
  [`${searchKindNames[kind]} (${count})`, ...hits.map(printHit)].join('\n');

const jsonHit = (hit: SearchHit, labels: LabelSet) => ({
  id: idOf(hit),
  articleId: hit.articleId,
  passageId: hit.passageId,
  memoId: hit.memoId,
  title: hit.title,
  paragraph: hit.paragraph,
  text: hit.snippet.text,
  marks: hit.snippet.marks,
  label: hit.label === null ? null : labels.printed(hit.label),
  grade: hit.grade === null ? null : printGrade(hit.grade),
  publisher: hit.publisher,
  publishedAt: hit.publishedAt,
});

/** The search with unknown words replaced by similar words of the archive; null if none is similar. */
async function spellingOf(context: CommandContext, text: string): Promise<string | null> {
  const help = await context.call(searchHelp, { text, isTyping: false });
  return help.ok ? (help.value.spelling?.text ?? null) : null;
}

/** Searches everything: what is not indexed yet is indexed first. */
async function findInArchive(context: CommandContext, input: z.output<typeof schema>) {
  const question = { ...input, order: 'best', isTyping: false, isWhole: true } as const;
  const found = await context.call(searchArchive, question);
  if (!found.ok) return found;
  const { groups, count, notices } = found.value;
  const labels = await readLabels(context);
  const spelling = count === 0 ? await spellingOf(context, input.text) : null;
  return ok({
    json: {
      count,
      groups: groups.map((group) => ({ ...group, hits: group.hits.map((hit) => jsonHit(hit, labels)) })),
      spelling,
    },
    plain: groups.map(printGroup).join('\n\n'),
    notices: [
      ...notices.map(({ part, says }) => `“${part}” ${says}.`),
      ...(count === 0 ? ['Nothing found.'] : []),
      ...(spelling === null ? [] : [`Similar words in the archive: ${spelling}`]),
    ],
    hasFailed: false,
  });
}

export const searchCommand = defineCommand(
  {
    name: 'search',
    summary: 'Finds words, passages, notes, memos, tasks, sources and tags',
    example: 'search "harbour date:2024-04.." --limit 5',
    operands: 'QUERY',
    options: { limit: value('N', 'results of each kind, 1 to 500; by default 20') },
    says: `Searches texts, passages, notes, memos, tasks, sources and tags; by default ${DEFAULT_LIMIT} results of each kind. The reference lists all conditions.`,
    readsOneArticle: true,
    needsNoPages: true,
  },
  schema,
  findInArchive,
);

async function rebuildIndex(context: CommandContext) {
  const rebuilt = await context.call(searchIndex, { does: 'rebuild' });
  if (!rebuilt.ok) return rebuilt;
  const total = rebuilt.value?.total ?? 0;
  return answer({ units: total }, `Rebuilt the search index from ${total} files and folders.`);
}

export const rebuildCommand = defineCommand(
  {
    name: 'rebuild',
    summary: 'Rebuilds the search index',
    example: 'rebuild',
    operands: '',
    options: {},
    says: 'Rebuilds the search index from the files of the archive, without changing them.',
    readsOneArticle: true,
  },
  z.strictObject({ words: noWords }),
  rebuildIndex,
);
