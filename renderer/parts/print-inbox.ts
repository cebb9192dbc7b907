import type { ImportOutcome } from '#domain/contract/import-many.ts';
import { printCount } from '#domain/print-count.ts';

/** What is said of files that came from the inbox; `needsYou` where a file waits or failed. */
export type InboxWords = {
  readonly title: string;
  readonly text: string | null;
  readonly needsYou: boolean;
};

const part = (count: number, words: string): readonly string[] =>
  count === 0 ? [] : [`${printCount(count, 'file')} ${words}`];

/** In a line what became of the files; `left` of them were not read. */
export const printInbox = (outcomes: readonly ImportOutcome[], left: number): InboxWords => {
  const count = (...statuses: readonly ImportOutcome['status'][]): number =>
    outcomes.filter(({ status }) => statuses.includes(status)).length;
  const imported = count('imported');
  const here = count('duplicate');
  const locked = outcomes.filter((each) => each.status === 'failed' && each.lockedId !== null).length;
  const waiting = count('scanned', 'uncertain') + locked;
  const failed = count('failed') - locked;
  const rest = [
    ...part(waiting, waiting === 1 ? 'waits for you' : 'wait for you'),
    ...part(failed, 'could not be imported'),
    ...part(left, left === 1 ? 'is left until the next start' : 'are left until the next start'),
  ];
  const [first, ...others] = [
    ...(imported > 0 ? [`${printCount(imported, 'article')} imported from the inbox`] : []),
    ...part(here, here === 1 ? 'was here already' : 'were here already'),
    ...rest,
  ];
  const title = imported > 0 ? first : `Inbox: ${first}`;
  const text = others.length === 0 ? null : `${others.join(', ')}.`;
  return { title: title ?? '', text, needsYou: waiting + failed > 0 };
};
