import type { VerifiedFile } from '#domain/contract/memo-sent.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';

const fileWords: Readonly<Record<VerifiedFile['file'], string>> = {
  'as-exported': 'The file is as it was exported.',
  changed: 'The file was changed since it was exported: what it prints can’t be vouched for.',
  unknown: 'The archive doesn’t know what was exported: what the file prints can’t be vouched for.',
};

/** Asks for an exported file and says whether it is the one that was written, and whether its quotations hold. */
export const verifyFile = async (): Promise<void> => {
  const answer = await act('memo:verify', {});
  if (!answer.ok) return;
  const { fileName, file, quotes, memo, ok } = answer.value;
  const lost = quotes.filter(({ state }) => state !== 'ok').length;
  const holds =
    lost === 0
      ? `All of the ${printCount(quotes.length, 'quotation')} that it lists hold.`
      : `${lost} of the ${printCount(quotes.length, 'quotation')} that it lists no longer hold.`;
  const of = memo === null ? 'a memo that is not in the archive any more' : memo.referenceNumber;
  const text = `${fileWords[file]} ${holds} It is of ${of}.`;
  if (ok) sayDone(`${fileName}: ${text}`);
  else sayFailed(`${fileName} does not hold`, text);
};
