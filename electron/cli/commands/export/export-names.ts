import { basename } from 'node:path';
import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type NamesAsked, sourceExport } from '#domain/contract/source-export.ts';
import { nameFormatOf, nameFormats, nameFormatTable } from '#domain/exchange/names/name-formats.ts';
import type { SourceId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { ok, type Result } from '#domain/result.ts';
import { printMarkings } from '#domain/tradecraft/marking.ts';
import { choice, flag, needed, several, value } from '../../arguments/options.ts';
import { filled, noWords } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { STDOUT, throughStdout } from '../../output/through-stdout.ts';
import { defineCommand } from '../command.ts';
import { findNames } from '../find-id.ts';

const endings = nameFormats.map((format) => nameFormatTable[format].ending);

const schema = z
  .strictObject({
    words: noWords,
    to: filled.refine((to) => to === STDOUT || nameFormatOf(to) !== null, {
      error: `must end in one of ${endings.map((each) => `.${each}`).join(', ')}`,
    }),
    format: z.enum(nameFormats).optional(),
    name: z.array(filled).default([]),
    'names-only': z.boolean().default(false),
  })
  .refine(({ to, format }) => to !== STDOUT || format !== undefined, {
    error: '- needs --format, because no file name ends in one',
    path: ['to'],
  })
  .transform(({ words: _, ...rest }) => rest);

/** The ids of all names that match what was typed. */
async function idsOf(
  context: CommandContext,
  typed: readonly string[],
): Promise<Result<readonly SourceId[], AppError>> {
  const ids: SourceId[] = [];
  for (const each of typed) {
    const found = await findNames(context, each);
    if (!found.ok) return found;
    ids.push(...found.value);
  }
  return ok(ids);
}

/** Writes names to the given path, in the format of the file's ending. */
async function exportNames(context: CommandContext, command: z.output<typeof schema>) {
  const ids = command.name.length === 0 ? ok([]) : await idsOf(context, command.name);
  if (!ids.ok) return ids;
  const of: NamesAsked['of'] =
    ids.value.length === 0 ? { kind: 'all' } : { kind: 'names', sourceIds: [...ids.value] };
  const write = (file: string) => {
    context.exportTo(file);
    const asked = { of, hasEvidence: !command['names-only'] };
    return context.call(sourceExport, { ...asked, fileName: basename(file), replaces: true });
  };
  if (command.to === STDOUT)
    return throughStdout(`names.${nameFormatTable[command.format ?? 'csv'].ending}`, async (path) => {
      const exported = await write(path);
      return exported.ok ? ok([]) : exported;
    });
  const file = context.resolvePath(command.to);
  const exported = await write(file);
  if (!exported.ok) return exported;
  const { names, referredTo, passages, events, bytes } = exported.value;
  const marking = printMarkings(exported.value.marking) || null;
  const told = [
    `${file}  ${printCount(names, 'name')}`,
    printCount(passages, 'passage'),
    printCount(events, 'event'),
    `${bytes} bytes`,
    marking ?? 'not marked',
  ];
  return answer({ file, names, referredTo, passages, events, marking, bytes }, told.join(', '));
}

export const exportNamesCommand = defineCommand(
  {
    name: 'export-names',
    summary: 'Writes names of the register to a file',
    example: 'export-names --name "Ilse Brandt" --to brandt.stix.json',
    operands: '',
    options: {
      to: needed(value(`FILE.(${endings.join('|')})`, 'the file; its ending is the format; - is stdout')),
      format: choice(nameFormats, 'the format, if --to is -'),
      name: several(value('NAME', 'a name, an alias or an id; repeat for each; without it, all')),
      'names-only': flag('leaves out passages, events and grades'),
    },
    says: 'Writes people, bodies, publications and places for other programs, in the format of the file ending: a table (.csv), FollowTheMoney (.ftm.json, one entity per line) or STIX 2.1 (.stix.json). Each name comes with its aliases, its positions, what it says, what is said of it and its events. Grades are written as notes, never as a confidence. A name has the strictest marking of everything that names it, also with --names-only. An existing file is replaced.',
  },
  schema,
  exportNames,
);
