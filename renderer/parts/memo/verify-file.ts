import type { VerifiedFile } from '#domain/contract/memo-sent.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';

const fileWords: Readonly<Record<VerifiedFile['file'], string>> = {
  'as-exported': 'The file is as it was exported.',
  changed: 'The file was changed since it was exported: what it prints can’t be vouched for.',
  unknown: 'What was exported is no longer known: only the quotations were looked at.',
};

/** Asks for an exported file and says whether it is the one that was written, and whether its quotations hold. */
export const verifyFile = async (): Promise<void> => {
  const answer = await act('memo:verify', {});
  if (!answer.ok) return;
  const { fileName, file, quotes, memo, ok } = answer.value;
  const lost = quotes.filter(({ state }) => state !== 'ok').length;
  const holds =
    lost === 0
      ? `All of its ${printCount(quotes.length, 'quotation')} hold.`
      : `${lost} of its ${printCount(quotes.length, 'quotation')} no longer hold.`;
  const of = memo === null ? 'a memo that is not in the archive any more' : memo.referenceNumber;
  const text = `${fileWords[file]} ${holds} It is of ${of}.`;
  if (ok) sayDone(`${fileName}: ${text}`);
  else sayFailed(`${fileName} does not hold`, text);
};
