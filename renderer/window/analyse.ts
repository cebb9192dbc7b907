import { sayFailed } from './notices.ts';

/** What Precis reads out of a text by itself: aids, without which the text is read all the same. */
const aids = {
  speaker: 'Precis could not search this text for the speaker.',
  dates: 'Precis could not resolve the dates in this text.',
} as const;

const told = new Set<keyof typeof aids>();

/** Once: a card asks again with every paint. Later, since it may be a paint that asks. */
const tell = (aid: keyof typeof aids, error: unknown): void => {
  if (told.has(aid)) return;
  told.add(aid);
  queueMicrotask(() => {
    const text = `Nothing was lost. You can enter it by hand. (${String(error).slice(0, 160)})`;
    sayFailed(aids[aid], text);
  });
};

/**
 * What an analysis finds, and `nothing` where it fails: a bug in an aid is said, and never takes the text that is
 * being read from the window.
 */
export const analyse = <T>(aid: keyof typeof aids, run: () => T, nothing: T): T => {
  try {
    return run();
  } catch (error) {
    tell(aid, error);
    return nothing;
  }
};
