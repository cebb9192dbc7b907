import type { VerifiedFile } from '#domain/contract/memo-sent.ts';
import { printCount } from '#domain/print-count.ts';
import { beginningOf } from '#domain/text/beginning-of.ts';
import { inQuotationMarks } from '#domain/text/quotation-marks.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';

const fileWords: Readonly<Record<VerifiedFile['file'], string>> = {
  'as-exported': 'The file is as it was exported.',
  changed: 'The file was changed since it was exported: what it prints can’t be vouched for.',
  unknown: 'The archive doesn’t know what was exported: what the file prints can’t be vouched for.',
};

/** Of a file that prints other words its quotations are not said to hold. */
const quoteWords = ({ quotes, words }: VerifiedFile): string => {
  const all = printCount(quotes.length, 'quotation');
  if (words === null)
    return `Its words can’t be compared with what was exported, so its ${all} can’t be vouched for.`;
  const [first] = words.quotes;
  if (first !== undefined)
    return `${printCount(words.quotes.length, 'quotation')} of ${quotes.length} read otherwise in it; exported was ${inQuotationMarks(beginningOf(first.words, MAX_SHOWN))}.`;
  const lost = quotes.filter(({ state }) => state !== 'ok').length;
  return lost === 0
    ? `All ${all} that it lists match.`
    : `${lost} of the ${all} that it lists no longer hold.`;
};

const MAX_SHOWN = 80;

const ownWords = ({ words }: VerifiedFile): string => {
  const [first] = words?.texts ?? [];
  return first === undefined
    ? ''
    : ` ${printCount(words?.texts.length ?? 0, 'passage')} of its own text read otherwise, such as ${inQuotationMarks(beginningOf(first, MAX_SHOWN))}.`;
};

const laterWords = ({ quotes }: VerifiedFile): string => {
  const newer = quotes.flatMap(({ later }) => (later === null ? [] : [later.standing]));
  const same = newer.filter((standing) => standing === 'same').length;
  return newer.length === 0
    ? ''
    : ` ${printCount(newer.length, 'quotation')} cite a version that a newer one has superseded; ${same} of them still ${same === 1 ? 'stands' : 'stand'}.`;
};

const chainWords = ({ chain, changedMemos }: VerifiedFile): string =>
  chain === 'broken'
    ? ` The snapshot of a sent memo was changed since it was sent: ${changedMemos.join(', ')}.`
    : '';

/** Asks for an exported file and says whether it is the one that was written, and whether its quotations hold. */
export const verifyFile = async (): Promise<void> => {
  const answer = await act('memo:verify', {});
  if (!answer.ok) return;
  const { fileName, file, memo, ok } = answer.value;
  const of = memo === null ? 'a memo that is not in the archive any more' : memo.referenceNumber;
  const said = `${fileWords[file]} ${quoteWords(answer.value)}${ownWords(answer.value)}${laterWords(answer.value)}${chainWords(answer.value)}`;
  const text = `${said} It is of ${of}.`;
  if (ok) sayDone(`${fileName}: ${text}`);
  else sayFailed(`${fileName} does not hold`, text);
};
