import { basename } from 'node:path';
import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { memoExport } from '#domain/contract/memo-export.ts';
import { searchList } from '#domain/contract/search.ts';
import type { ChosenParts } from '#domain/memo/export/export-parts.ts';
import { pdfStandardSchema } from '#domain/memo/export/pdf-standard.ts';
import { paperSchema } from '#domain/memo/memo.ts';
import { memoFormatOf, memoFormats, memoFormatTable } from '#domain/memo/memo-format.ts';
import { printCount } from '#domain/print-count.ts';
import { ok, type Result } from '#domain/result.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { choice, flag, needed, value } from '../../arguments/options.ts';
import { filled, oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext, noSuch } from '../../command-context.ts';
import { STDOUT, throughStdout } from '../../output/through-stdout.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';
import { partsOf, partsOptions, partsSays, partsShape } from './export-options.ts';

const endings = memoFormats.map((each) => `.${each}`).join(', ');

const schema = z
  .strictObject({
    words: oneWord('MEMO'),
    to: filled,
    format: z.enum(memoFormats).optional(),
    paper: paperSchema.default('a4'),
    'pdf-standard': pdfStandardSchema.default('ua-1'),
    'allow-missing-glyphs': z.boolean().default(false),
    ...partsShape,
  })
  .refine(({ draft, final }) => !(draft && final), { error: 'takes --draft or --final, not both' })
  .refine((asked) => !(asked['no-annex'] && (asked.annex || asked.notes || asked['annex-search'])), {
    error: 'takes --no-annex, or --annex, --annex-search and --notes, not both',
  })
  .transform((asked, context) => {
    const {
      words,
      to,
      format: named,
      paper,
      'pdf-standard': standard,
      'allow-missing-glyphs': printsNumbers,
      ...options
    } = asked;
    const format = to === STDOUT ? named : memoFormatOf(to);
    if (format === undefined || format === null) {
      const wrong =
        to === STDOUT
          ? '- needs --format, because no file name ends in one'
          : `must end in one of ${endings}`;
      context.addIssue({ code: 'custom', path: ['to'], message: wrong });
      return z.NEVER;
    }
    const pdf = { paper, standard, glyphs: printsNumbers ? 'code-point' : 'refuse' } as const;
    return {
      id: words[0],
      to,
      format,
      options: pdf,
      parts: partsOf(options),
      search: options['annex-search'],
    };
  });

/** The annex of a saved search, given by its name or its id. */
async function annexOf(context: CommandContext, asked: string): Promise<Result<ChosenParts, AppError>> {
  const searches = await context.call(searchList, {});
  if (!searches.ok) return searches;
  const search = searches.value.find(({ id, name }) => id === asked || foldName(name) === foldName(asked));
  return search === undefined ? noSuch('search', asked) : ok({ annexSearch: search.id });
}

/** Writes a memo to the given path, in the format of the file's ending, and reports what that format can't carry. */
async function exportMemo(context: CommandContext, command: z.output<typeof schema>) {
  const { id, to, format, options, parts, search } = command;
  const memoId = await findId(context, 'memo', id);
  if (!memoId.ok) return memoId;
  const annex = search === undefined ? ok({}) : await annexOf(context, search);
  if (!annex.ok) return annex;
  const write = (file: string) => {
    context.exportTo(file);
    const how = { options, fileName: basename(file), replaces: true, parts: { ...parts, ...annex.value } };
    return context.call(memoExport, { memoId: memoId.value, format, ...how });
  };
  const { cannotCarry } = memoFormatTable[format];
  const notInIt = cannotCarry.map((what) => `Not included: ${what}`);
  if (to === STDOUT)
    return throughStdout(`memo.${format}`, async (path) => {
      const exported = await write(path);
      return exported.ok ? ok(notInIt) : exported;
    });
  const file = context.resolvePath(to);
  const exported = await write(file);
  if (!exported.ok) return exported;
  const { pages, bytes, ownStyles = [] } = exported.value;
  const size = [...(pages === null ? [] : [printCount(pages, 'page')]), `${bytes} bytes`].join(', ');
  return answer(
    { file, format, pages, bytes, cannotCarry, ownStyles },
    [`${file}  ${size}`, ...[...notInIt, ...stylesTold(ownStyles)].map((line) => `  ${line}`)].join('\n'),
  );
}

const stylesTold = (parts: readonly string[]): readonly string[] =>
  parts.length === 0 ? [] : [`No style in the Word template for: ${parts.join(', ')}`];

export const exportCommand = defineCommand(
  {
    name: 'export',
    summary: 'Writes a memo to a file',
    example: 'export 0190a2c0 --to canal.pdf --annex',
    operands: 'MEMO',
    options: {
      to: needed(value(`FILE.(${memoFormats.join('|')})`, 'the file; its ending is the format; - is stdout')),
      format: choice(memoFormats, 'the format, if --to is -'),
      paper: choice(paperSchema.options, 'the paper size; by default a4'),
      'pdf-standard': choice(pdfStandardSchema.options, 'for screen readers (ua-1) or for archives (a-2b)'),
      ...partsOptions,
      'allow-missing-glyphs': flag('prints characters without a font as numbers'),
    },
    says: `Writes a memo in the format of the file ending, and reports what that format leaves out. An existing file is replaced. A character without a font stops the export of a PDF; --allow-missing-glyphs prints its number instead: [U+1F600]. A PDF is made for screen readers (ua-1), or with --pdf-standard a-2b for archives. ${partsSays}`,
  },
  schema,
  exportMemo,
);
