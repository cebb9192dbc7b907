import { basename } from 'node:path';
import { z } from 'zod';
import {
  articleExportMarked,
  type ExportedMarks,
  type LeftOutWhy,
  markedFormatOf,
  markedFormats,
} from '#domain/contract/article-export.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { TagId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { ok, type Result } from '#domain/result.ts';
import { flag, needed, value } from '../../arguments/options.ts';
import { filled, oneWord, tagPath } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { readPassphraseFile } from '../../passphrase/read-passphrase.ts';
import { defineCommand } from '../command.ts';
import { findId, findLabel } from '../find-id.ts';
import { findTag } from '../passage/find-tag.ts';

const schema = z
  .strictObject({
    words: oneWord('ARTICLE'),
    to: filled.refine((to) => markedFormatOf(to) !== null, {
      error: `must end in one of ${markedFormats.map((each) => `.${each}`).join(', ')}`,
    }),
    label: filled.nullable().default(null),
    tag: tagPath.optional(),
    notes: z.boolean().default(false),
    names: z.boolean().default(false),
    replace: z.boolean().default(false),
    'password-file': filled.nullable().default(null),
  })
  .transform(({ words, 'password-file': passwordFile, ...rest }) => ({
    id: words[0],
    passwordFile,
    ...rest,
  }));

type Command = z.output<typeof schema>;

const tagIdOf = async (
  context: CommandContext,
  tag: Command['tag'],
): Promise<Result<TagId | null, AppError>> => (tag === undefined ? ok(null) : findTag(context, tag));

/** The number of times a person at the terminal is asked for the password of the original. */
const TRIES = 3;

type Writing = (password?: string) => Promise<Result<ExportedMarks, AppError>>;

const asksForPassword = (made: Result<ExportedMarks, AppError>): boolean =>
  !made.ok && (made.error.code === 'password-needed' || made.error.code === 'password-wrong');

/**
 * Writes the copy with the password in the named file, else with a password typed at the terminal if one is required.
 */
const writeUnlocked = async (
  context: CommandContext,
  { passwordFile }: Command,
  write: Writing,
): Promise<Result<ExportedMarks, AppError>> => {
  if (passwordFile !== null) {
    const read = readPassphraseFile(passwordFile, context.resolvePath);
    return read.ok ? write(read.value) : read;
  }
  let made = await write();
  for (let tries = 0; tries < TRIES && asksForPassword(made); tries += 1) {
    const password = await context.askHidden(
      `${tries === 0 ? '' : 'That is not its password. '}Password of the original: `,
    );
    if (password === null) return made;
    made = await write(password);
  }
  return made;
};

const reasons: Readonly<Record<LeftOutWhy, string>> = {
  'not-in-text': 'not in this text',
  'not-on-page': 'no letters on the page',
  'picture-not-on-page': 'picture on no page',
};

/** The lines that report what was written, and what was not. */
const told = (file: string, { passages, leftOut, near, isSigned, bytes }: ExportedMarks): string =>
  [
    `${file}  ${printCount(passages, 'passage')}, ${bytes} bytes`,
    ...leftOut.map(({ words, why }) => `  Left out (${reasons[why]}): ${words}`),
    ...near.map((words) => `  Check this mark: ${words}`),
    ...(isSigned ? ['  The original is signed. Its signature does not cover the marks.'] : []),
  ].join('\n');

/** Writes a copy of an article with its passages, in the format of the file's ending. */
async function exportMarked(context: CommandContext, command: Command) {
  const articleId = await findId(context, 'article', command.id);
  if (!articleId.ok) return articleId;
  const tagId = await tagIdOf(context, command.tag);
  if (!tagId.ok) return tagId;
  const label = command.label === null ? ok(null) : await findLabel(context, command.label, 'any');
  if (!label.ok) return label;
  const file = context.resolvePath(command.to);
  context.exportTo(file);
  const made = await writeUnlocked(context, command, (password) =>
    context.call(articleExportMarked, {
      articleId: articleId.value,
      fileName: basename(file),
      replaces: command.replace,
      label: label.value,
      tagId: tagId.value,
      hasNotes: command.notes,
      hasNames: command.names,
      ...(password === undefined ? {} : { password }),
    }),
  );
  if (!made.ok) return made;
  const { fileName: _, ...facts } = made.value;
  return answer({ file, ...facts }, told(file, made.value));
}

export const exportMarkedCommand = defineCommand(
  {
    name: 'export-marked',
    summary: 'Writes a copy of an article with its passages',
    example: 'export-marked 0190a2c0 --to canal-marked.pdf --notes',
    operands: 'ARTICLE',
    options: {
      to: needed(value(`FILE.(${markedFormats.join('|')})`, 'the file; its ending is the format')),
      label: value('NAME', 'only passages with this label'),
      tag: value('A/B', 'only passages with this tag or its sub-tags'),
      notes: flag('adds your own notes'),
      names: flag('adds who made each passage, and when'),
      replace: flag('replaces an existing file'),
      'password-file': value('FILE', 'reads the password of the PDF from the first line of FILE'),
    },
    says: 'Writes a copy of an article with its passages. A .pdf is the original with marks: its bytes are unchanged, and each passage is appended as a highlight in the colour of its label; a region gets a frame. An .html is one web page with the text, the passages and the pictures; nothing else is needed to read the page. Notes, names and dates are left out unless you ask for them. An existing file is kept, unless you use --replace. A passage that is not on the pages, as in a scan, is named in "leftOut"; "near" lists passages whose mark you should check. A PDF that does not permit marks is refused. If the original is signed, the signature does not cover the marks.',
  },
  schema,
  exportMarked,
);
