import { z } from 'zod';
import { exchangeExport } from '#domain/contract/exchange.ts';
import { outIds, outs } from '#domain/exchange/outs.ts';
import { printCount } from '#domain/print-count.ts';
import { flag } from '../../arguments/options.ts';
import { wordOf } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';

const schema = z
  .strictObject({
    words: z.tuple(
      [
        wordOf(outIds, `must begin with a TOOL, one of ${outIds.join(', ')}`),
        z.string({ error: 'must name a DIR after the TOOL' }).min(1),
      ],
      { error: 'must be a TOOL and a DIR' },
    ),
    notes: z.boolean().default(false),
  })
  .transform(({ words: [out, folder], notes }) => ({ out, folder, hasNotes: notes }));

/** Writes the archive to a folder for another tool. */
async function exportTo(context: CommandContext, { out, folder, hasNotes }: z.output<typeof schema>) {
  context.exportTo(context.resolvePath(folder));
  const exported = await context.call(exchangeExport, { out, hasNotes });
  if (!exported.ok) return exported;
  const { written, unchanged, removed, kept } = exported.value;
  const { cannotCarry } = outs[out];
  const lines = [
    `${exported.value.folder}  ${printCount(written, 'file')} written, ${unchanged} unchanged, ${removed} removed`,
    ...kept.map((path) => `  kept, because someone has changed it: ${path}`),
    ...(cannotCarry === null ? [] : [`  Not included: ${cannotCarry}`]),
  ];
  return answer({ ...exported.value, cannotCarry }, lines.join('\n'));
}

const told = outIds.map((out) => `${out} (${outs[out].writes})`).join('; ');

export const exportToCommand = defineCommand(
  {
    name: 'export-to',
    summary: 'Writes the archive for another tool',
    example: 'export-to obsidian ~/notes/canal',
    operands: 'TOOL DIR',
    options: { notes: flag('adds your own notes') },
    says: `Writes the archive for another tool into DIR, which is created if needed: ${told}. A second export writes only what has changed. A file that someone has changed is kept and reported; a file whose record is missing is removed.`,
  },
  schema,
  exportTo,
);
