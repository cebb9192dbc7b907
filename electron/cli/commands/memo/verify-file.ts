import { z } from 'zod';
import { memoVerify, type VerifiedFile } from '#domain/contract/memo-sent.ts';
import type { Standing } from '#domain/memo/citations/standing.ts';
import { printCount } from '#domain/print-count.ts';
import { ok } from '#domain/result.ts';
import { exactly, filled } from '../../arguments/words.ts';
import type { CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';

const schema = z
  .strictObject({ words: exactly(filled, { error: 'must be one FILE' }) })
  .transform(({ words: [file] }) => ({ file }));

const fileWords: Readonly<Record<VerifiedFile['file'], string>> = {
  'as-exported': 'the file is as it was exported',
  changed: 'the file was changed after the export, so its text can’t be trusted',
  unknown: 'the archive has no record of this export, so the text of the file can’t be trusted',
};

/** Checks an exported file against the archive. */
async function verifyFile(context: CommandContext, { file }: z.output<typeof schema>) {
  context.importFrom(context.resolvePath(file));
  const verified = await context.call(memoVerify, {});
  if (!verified.ok) return verified;
  return ok({
    json: verified.value,
    plain: linesOf(verified.value).join('\n'),
    hasFailed: !verified.value.ok,
  });
}

/** If the file prints other words than the archive has, its quotations are not reported as correct. */
const quoteLines = ({ quotes, words }: VerifiedFile): readonly string[] => {
  const lost = quotes
    .filter(({ state }) => state !== 'ok')
    .map(({ passageId, state }) => `  ${passageId ?? 'a passage that is gone'}  ${state}`);
  const all = printCount(quotes.length, 'quotation');
  if (words === null)
    return [`  the words of the file can’t be compared, so its ${all} can’t be trusted`, ...lost];
  if (words.quotes.length === 0) return [`  ${quotes.length - lost.length} of ${all} match`, ...lost];
  return [
    `  ${printCount(words.quotes.length, 'quotation')} of ${quotes.length} differ in the file; as exported:`,
    ...words.quotes.map(({ passageId, words: exported }) => `  ${passageId}  “${exported}”`),
    ...lost,
  ];
};

/** Each quotation of an article that has a newer version: since when, and whether its words are the same there. */
const laterLines = ({ quotes }: VerifiedFile): readonly string[] =>
  quotes.flatMap(({ passageId, later }) =>
    later === null
      ? []
      : [
          `  ${passageId}  version ${later.version}, superseded by version ${later.newestVersion} on ${later.supersededAt.slice(0, 10)}: ${standsNow[later.standing]}`,
        ],
  );

const standsNow: Readonly<Record<Standing, string>> = {
  same: 'the words are the same',
  changed: 'the words have changed',
  reversed: 'a negation or denial of the sentence was added or dropped',
  gone: 'the words are gone',
  beside: 'the words are the same, but something next to them is different',
  unsettled: 'the place of the words is not settled yet',
};

const linesOf = (verified: VerifiedFile): readonly string[] => {
  const { memo, memoId, fileName, file, words, chain, changedMemos, sentSha256 } = verified;
  return [
    `${fileName}  ${memo?.referenceNumber ?? `${memoId === null ? 'a memo that' : `memo ${memoId}, which`} is not in the archive`}${memo === null ? '' : `, ${memo.state}`}`,
    `  ${fileWords[file]}`,
    ...quoteLines(verified),
    ...laterLines(verified),
    ...(words?.texts ?? []).map((text) => `  differs: “${text}”`),
    ...(chain === 'whole' ? ['  the snapshots of sent memos are unchanged'] : []),
    ...(sentSha256 === null ? [] : [`  sent as ${sentSha256}`]),
    ...(chain === 'broken'
      ? [`  the snapshot of a sent memo was changed after sending: ${changedMemos.join(', ')}`]
      : []),
  ];
};

export const verifyCommand = defineCommand(
  {
    name: 'verify',
    summary: 'Checks an exported file and its quotations',
    example: 'verify canal.pdf',
    operands: 'FILE',
    options: {},
    says: 'Checks an exported PDF, DOCX, HTML or Markdown file: whether it is unchanged, which words differ, whether each quotation still matches, which citations have a newer version, and whether the snapshots of sent memos are unchanged. The exit code is 1 if anything differs, can’t be told, or belongs to another archive.',
  },
  schema,
  verifyFile,
);
