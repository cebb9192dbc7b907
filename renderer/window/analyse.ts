import { sayFailed } from './notices.ts';

/** What Precis reads out of a text by itself: aids, without which the text is read all the same. */
const aids = {
  speaker: 'The speaker could not be looked for in this text.',
  dates: 'The dates in this text could not be worked out.',
} as const;

const told = new Set<keyof typeof aids>();

/** Once: a card asks again with every paint. Later, since it may be a paint that asks. */
const tell = (aid: keyof typeof aids, error: unknown): void => {
  if (told.has(aid)) return;
  told.add(aid);
  queueMicrotask(() => {
    const text = `You can read on and enter it by hand; nothing was lost. (${String(error).slice(0, 160)})`;
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
