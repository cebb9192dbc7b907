import { printCount } from '../../print-count.ts';

/** Why a page was not read by OCR; `cancelled`: the reading had ended before, by a person or since page upon page failed. */
export type WhyUnread = 'cancelled' | 'too-long' | 'too-much-memory' | 'crashed' | 'not-drawn';

/** A page of the file, from 1, that was not read. */
export type UnreadPage = { readonly page: number; readonly why: WhyUnread };

const reasons: Readonly<Record<Exclude<WhyUnread, 'cancelled'>, string>> = {
  'too-long': 'took too long',
  'too-much-memory': 'needed too much memory',
  crashed: 'made the engine fail',
  'not-drawn': 'could not be drawn',
};

const isReason = (why: WhyUnread): why is Exclude<WhyUnread, 'cancelled'> => why !== 'cancelled';

/** What became of pages that were to be read by OCR, of which `read` were: what was kept, and what was not read and why. */
export const sayReading = (read: number, unread: readonly UnreadPage[]): string => {
  const kept = `${printCount(read, 'page')} read`;
  const failed = unread.flatMap(({ page, why }) => (isReason(why) ? [{ page, why }] : []));
  const stopped = unread.length - failed.length;
  const said = failed.slice(0, 3).map(({ page, why }) => `page ${page} ${reasons[why]}`);
  const more = failed.length > 3 ? [`${failed.length - 3} more failed`] : [];
  const left =
    stopped > 0 ? [`${printCount(stopped, 'page')} left as ${stopped === 1 ? 'it was' : 'they were'}`] : [];
  return `${[kept, ...said, ...more, ...left].join('; ')}.`;
};
