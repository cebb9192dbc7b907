import { z } from 'zod';
import {
  type BroughtAs,
  type BroughtIn,
  type BroughtPreview,
  type BroughtRow,
  importChooseExport,
  importTakeBrought,
} from '#domain/contract/import-brought.ts';
import { sayFilled } from '#domain/exchange/fill-bibliography.ts';
import type { TodoRow } from '#domain/exchange/lay-todo.ts';
import { sayLeftOut } from '#domain/exchange/left-out.ts';
import { sayNotPlaced } from '#domain/exchange/not-placed.ts';
import { sayTodoRow } from '#domain/exchange/say-todo.ts';
import { toolIds, tools } from '#domain/exchange/tools.ts';
import { printCount } from '#domain/print-count.ts';
import { ok } from '#domain/result.ts';
import { sayListedRow } from '#domain/source/list/say-source-list.ts';
import { sayCodebookRow } from '#domain/tag/say-codebook.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { flag, value } from '../../arguments/options.ts';
import { filled, wordOf } from '../../arguments/words.ts';
import type { CommandContext } from '../../command-context.ts';
import { errorMessage } from '../../output/error-message.ts';
import { defineCommand } from '../command.ts';
import { findLabel } from '../find-id.ts';

const schema = z
  .strictObject({
    words: z.tuple(
      [
        wordOf(toolIds, `must begin with a TOOL, one of ${toolIds.join(', ')}`),
        z.string({ error: 'must name a FILE after the TOOL' }).min(1),
      ],
      z.string().min(1),
    ),
    label: filled.default('context'),
    preview: z.boolean().default(false),
  })
  .transform(({ words: [tool, ...files], label, preview }) => ({ tool, files, label, preview }));

type Command = z.output<typeof schema>;

const becomes: Readonly<Record<BroughtAs, string>> = {
  article: 'article',
  excerpts: 'excerpts',
  'new-version': 'new version',
  known: 'here',
  nothing: 'left out',
};

const describeRow = (row: BroughtRow): string => {
  const { title, url, failure, passages, passagesHere, fills, notPlaced } = row;
  const head = `${becomes[row.becomes].padEnd(11)} ${title ?? url ?? 'without a title'}`;
  if (failure !== null) return `${head}: ${errorMessage(failure)}`;
  const here = passagesHere === 0 ? '' : `, ${passagesHere} here already`;
  return [
    `${head}: ${printCount(passages, 'passage')}${here}${fills.length === 0 ? '' : `, gets its ${sayFilled(fills)}`}`,
    ...notPlaced.map((each) => `            ${sayNotPlaced(each)}`),
  ].join('\n');
};

const jsonOf = (
  { tool, rows, codebook, sources, tasks, leftOut }: BroughtPreview,
  command: Command,
  taken: object,
) => ({
  tool,
  files: command.files,
  ...taken,
  articles: rows.map(({ key: _, failure, ...row }) => ({
    ...row,
    error: failure === null ? null : { code: failure.code, message: errorMessage(failure) },
  })),
  tags: codebook.map(({ path, ...row }) => ({ path: printNamePath(path, '/'), ...row })),
  sources: sources.map((row) => ({ ...row, path: printNamePath(row.path), message: sayListedRow(row) })),
  tasks: tasks.map((row) => ({ ...row, message: sayTodoRow(row) })),
  leftOut: leftOut.map((each) => ({ ...each, message: sayLeftOut(each) })),
});

/** Tasks that were already done are taken over only in the window, where they can be chosen. */
const describeTodo = (row: TodoRow): string =>
  `${(row.becomes === 'new' && !row.isOffered ? 'not taken' : 'task').padEnd(11)} ${row.title}: ${sayTodoRow(row)}`;

const linesOf = ({ rows, codebook, sources, tasks, leftOut }: BroughtPreview): readonly string[] => [
  ...rows.map(describeRow),
  ...codebook.map((row) => `tag         ${printNamePath(row.path)}: ${sayCodebookRow(row).toLowerCase()}`),
  ...sources.map((row) => `source      ${printNamePath(row.path)}: ${sayListedRow(row)}`),
  ...tasks.map(describeTodo),
  ...leftOut.map((each) => `not imported   ${sayLeftOut(each)}`),
];

const sayFilledCount = (count: number, noun: string): string =>
  count === 0 ? '' : `; filled ${printCount(count, noun)}`;

const sayTodosTaken = ({ tasks, tasksChanged }: BroughtIn): string =>
  `Changed ${printCount(tasksChanged, 'task')} and added ${printCount(tasks, 'new task')}.`;

const sayMade = ({ articleIds, passages, tags, tagsChanged, ...taken }: BroughtIn): string => {
  const ofSources = taken.sources === 0 ? '' : ` and ${printCount(taken.sources, 'new source')}`;
  const filled = `${sayFilledCount(tagsChanged, 'tag')}${sayFilledCount(taken.sourcesChanged, 'source')}`;
  return `Added ${printCount(articleIds.length, 'article')} and ${printCount(passages, 'passage')}, with ${printCount(tags, 'new tag')}${ofSources}${filled}.`;
};

/** Reads an export, shows what it becomes, and imports it unless only the preview was requested. */
async function importFrom(context: CommandContext, command: Command) {
  const { tool, files } = command;
  const label = await findLabel(context, command.label);
  if (!label.ok) return label;
  context.importFrom(...files.map(context.resolvePath));
  const preview = await context.call(importChooseExport, { tool });
  if (!preview.ok) return preview;
  const { rows, sources, tasks } = preview.value;
  const hasFailed =
    rows.some(({ becomes: as }) => as === 'nothing') ||
    [...sources, ...tasks].some(({ becomes: as }) => as === 'refused');
  const lines = linesOf(preview.value);
  if (command.preview)
    return ok({ json: jsonOf(preview.value, command, {}), plain: lines.join('\n'), hasFailed });
  const taken = await context.call(importTakeBrought, {
    draftId: preview.value.draftId,
    label: label.value,
  });
  if (!taken.ok) return taken;
  return ok({
    json: jsonOf(preview.value, command, { made: taken.value }),
    plain: [...lines, tool === 'calendar' ? sayTodosTaken(taken.value) : sayMade(taken.value)].join('\n'),
    hasFailed,
  });
}

const read = toolIds.map((tool) => `${tool} (${tools[tool].reads})`).join('; ');

export const importFromCommand = defineCommand(
  {
    name: 'import-from',
    summary: 'Imports the export of another tool',
    example: 'import-from zotero library.rdf --preview',
    operands: 'TOOL FILE...',
    options: {
      label: value('NAME', 'the label of all passages; by default context'),
      preview: flag('only shows what would be imported'),
    },
    says: `Imports the export of another tool: ${read}. Existing articles are found by address, DOI or title, and get the new notes. If the export has no text, the excerpts are kept until "import --as-version-of" adds the text. A quotation that is not in the text is reported, never guessed. The import is one undo step.`,
    createsArchive: true,
  },
  schema,
  importFrom,
);
