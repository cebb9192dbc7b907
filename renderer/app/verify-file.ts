import type { VerifiedFile } from '#domain/contract/memo-sent.ts';
import { printCount } from '#domain/print-count.ts';
import { beginningOf } from '#domain/text/beginning-of.ts';
import { inQuotationMarks } from '#domain/text/quotation-marks.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';

const fileWords: Readonly<Record<VerifiedFile['file'], string>> = {
  'as-exported': 'The file is as it was exported.',
  changed: 'The file was changed after the export, so its text can’t be trusted.',
  unknown: 'The archive has no record of this export, so the text of the file can’t be trusted.',
};

/** Of a file that prints other words its quotations are not said to hold. */
const quoteWords = ({ quotes, words }: VerifiedFile): string => {
  const all = printCount(quotes.length, 'quotation');
  if (words === null) return `Its words can’t be compared with the export, so its ${all} can’t be trusted.`;
  const [first] = words.quotes;
  if (first !== undefined)
    return `${printCount(words.quotes.length, 'quotation')} of ${quotes.length} differ from the export, which had ${inQuotationMarks(beginningOf(first.words, MAX_SHOWN))}.`;
  const lost = quotes.filter(({ state }) => state !== 'ok').length;
  return lost === 0 ? `All ${all} match.` : `${lost} of the ${all} no longer match.`;
};

const MAX_SHOWN = 80;

const ownWords = ({ words }: VerifiedFile): string => {
  const [first] = words?.texts ?? [];
  return first === undefined
    ? ''
    : ` ${printCount(words?.texts.length ?? 0, 'passage')} of its own text differ, such as ${inQuotationMarks(beginningOf(first, MAX_SHOWN))}.`;
};

const laterWords = ({ quotes }: VerifiedFile): string => {
  const newer = quotes.flatMap(({ later }) => (later === null ? [] : [later.standing]));
  const same = newer.filter((standing) => standing === 'same').length;
  return newer.length === 0
    ? ''
    : ` ${printCount(newer.length, 'quotation')} cite an older version; ${same} of them still ${same === 1 ? 'matches' : 'match'}.`;
};

const chainWords = ({ chain, changedMemos }: VerifiedFile): string =>
  chain === 'broken'
    ? ` The snapshot of a sent memo was changed after sending: ${changedMemos.join(', ')}.`
    : '';

/** Asks for an exported file and says whether it is the one that was written, and whether its quotations hold. */
export const verifyFile = async (): Promise<void> => {
  const answer = await act('memo:verify', {});
  if (!answer.ok) return;
  const { fileName, file, memo, ok } = answer.value;
  const of = memo === null ? 'a memo that is no longer in the archive' : memo.referenceNumber;
  const said = `${fileWords[file]} ${quoteWords(answer.value)}${ownWords(answer.value)}${laterWords(answer.value)}${chainWords(answer.value)}`;
  const text = `${said} The memo: ${of}.`;
  if (ok) sayDone(`${fileName}: ${text}`);
  else sayFailed(`${fileName} does not match`, text);
};
