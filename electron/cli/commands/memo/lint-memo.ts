import { z } from 'zod';
import { type MemoFinding, memoProof } from '#domain/contract/memo.ts';
import { isBlocking, type Level, levels, printPlace } from '#domain/memo/checks/finding.ts';
import { printCount } from '#domain/print-count.ts';
import { ok } from '#domain/result.ts';
import { oneWord } from '../../arguments/words.ts';
import type { CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';

const schema = z.strictObject({ words: oneWord('MEMO') }).transform(({ words: [id] }) => ({ id }));

/** Only the check for characters that no font has depends on print options, and the paper does not matter for it. */
const options = { paper: 'a4', glyphs: 'refuse' } as const;

const lineOf = ({ rule, level, place, message, intended }: MemoFinding): string =>
  [
    intended === null ? level : 'intended',
    rule,
    printPlace(place),
    intended === null ? message : `${message} Because: ${intended}`,
  ].join('  ');

const summaryOf = (findings: readonly MemoFinding[]): string => {
  const open = findings.filter(({ intended }) => intended === null);
  const count = (level: Level): string =>
    printCount(open.filter((finding) => finding.level === level).length, level);
  return `${levels.map(count).join(', ')}, ${findings.length - open.length} intended`;
};

/** Prints the findings of the checks of a memo. An error that was not marked as intended makes the command fail. */
async function lintMemo(context: CommandContext, { id }: z.output<typeof schema>) {
  const memoId = await findId(context, 'memo', id);
  if (!memoId.ok) return memoId;
  const proof = await context.call(memoProof, { memoId: memoId.value, options });
  if (!proof.ok) return proof;
  const { findings } = proof.value;
  const told = findings.map(({ rule, level, message, place, intended }) => ({
    rule,
    level,
    message,
    place,
    intended,
  }));
  return ok({
    json: { findings: told },
    plain: [...findings.map(lineOf), summaryOf(findings)].join('\n'),
    hasFailed: findings.some(isBlocking),
  });
}

export const lintCommand = defineCommand(
  {
    name: 'lint',
    summary: 'Lists what the checks find in a memo',
    example: 'lint 0190a2c0 --json',
    operands: 'MEMO',
    options: {},
    says: 'Lists what the checks find in a memo: the rule, its level (error, warning or hint), its place and the finding. Intended findings are listed with their reason and counted apart. The exit code is 1 if an error stops the export.',
  },
  schema,
  lintMemo,
);
