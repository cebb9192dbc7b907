import { basename } from 'node:path';
import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { passageExport } from '#domain/contract/passage-export.ts';
import { searchList } from '#domain/contract/search.ts';
import { passageFormatOf, passageFormats } from '#domain/memo/passages/passage-format.ts';
import { printCount } from '#domain/print-count.ts';
import { ok, type Result } from '#domain/result.ts';
import { type PassageFilter, passageFilterSchema } from '#domain/search/filters.ts';
import { isSameName } from '#domain/tree/compare-names.ts';
import { choice, flag, needed, oneOf, value } from '../../arguments/options.ts';
import { filled, noWords, tagPath } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { STDOUT, throughStdout } from '../../output/through-stdout.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';
import { findTag } from '../passage/find-tag.ts';

const endings = passageFormats.map((each) => `.${each}`).join(', ');

const schema = z
  .strictObject({
    words: noWords,
    to: filled.refine((to) => to === STDOUT || passageFormatOf(to) !== null, {
      error: `must end in one of ${endings}`,
    }),
    format: z.enum(passageFormats).optional(),
    tag: tagPath.optional(),
    article: filled.optional(),
    search: filled.pipe(passageFilterSchema.shape.text.unwrap()).optional(),
    notes: z.boolean().default(false),
  })
  .refine(
    ({ tag, article, search }) => [tag, article, search].filter((each) => each !== undefined).length === 1,
    { error: 'needs one of --tag, --article, --search' },
  )
  .refine(({ to, format }) => to !== STDOUT || format !== undefined, {
    error: '- needs --format, because no file name ends in one',
    path: ['to'],
  })
  .transform(({ words: _, ...rest }) => rest);

type Command = z.output<typeof schema>;

/** The saved search with that name, else the words as a search. */
async function searchOf({ call }: CommandContext, sought: string): Promise<Result<PassageFilter, AppError>> {
  const searches = await call(searchList, {});
  if (!searches.ok) return searches;
  const saved = searches.value.find(({ name }) => isSameName(name, sought));
  return ok({ text: saved?.text ?? sought });
}

/** The filter that finds the passages; a tag includes the tags below it. */
async function filterOf(
  context: CommandContext,
  { tag, article, search }: Command,
): Promise<Result<PassageFilter, AppError>> {
  if (tag !== undefined) {
    const found = await findTag(context, tag);
    return found.ok ? ok({ tagId: found.value }) : found;
  }
  if (article === undefined) return searchOf(context, search ?? '');
  const articleId = await findId(context, 'article', article);
  return articleId.ok ? ok({ articleId: articleId.value }) : articleId;
}

/** Writes passages to the given path, in the format of the file's ending. */
async function exportPassages(context: CommandContext, command: Command) {
  const filter = await filterOf(context, command);
  if (!filter.ok) return filter;
  const write = (file: string) => {
    context.exportTo(file);
    const of = { kind: 'filter', filter: filter.value } as const;
    return context.call(passageExport, {
      of,
      fileName: basename(file),
      replaces: true,
      hasNotes: command.notes,
    });
  };
  if (command.to === STDOUT)
    return throughStdout(`passages.${command.format ?? ''}`, async (path) => {
      const exported = await write(path);
      return exported.ok ? ok([]) : exported;
    });
  const file = context.resolvePath(command.to);
  const exported = await write(file);
  if (!exported.ok) return exported;
  const { passages, bytes } = exported.value;
  return answer({ file, passages, bytes }, `${file}  ${printCount(passages, 'passage')}, ${bytes} bytes`);
}

export const exportPassagesCommand = defineCommand(
  {
    name: 'export-passages',
    summary: 'Writes passages to a file',
    example: 'export-passages --tag Canal --to canal.csv',
    operands: '',
    options: {
      to: needed(
        value(`FILE.(${passageFormats.join('|')})`, 'the file; its ending is the format; - is stdout'),
      ),
      format: choice(passageFormats, 'the format, if --to is -'),
      notes: flag('adds your own notes'),
      tag: oneOf(value('A/B', 'the passages of a tag and its sub-tags')),
      article: oneOf(value('ID', 'the passages of an article')),
      search: oneOf(value('WORDS', 'the passages of a saved search, or with these words')),
    },
    says: 'Writes passages for other programs, in the format of the file ending: W3C Web Annotations (.jsonld), a table (.csv) or block quotations with their citations (.md). --tag includes sub-tags. --search is the name of a saved search, or words. In a table, a cell that looks like a formula gets an apostrophe before it. An existing file is replaced.',
  },
  schema,
  exportPassages,
);
