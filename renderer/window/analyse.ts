import { sayFailed } from './notices.ts';

/** What Precis analyses in a text by itself: aids, without which the text can still be read. */
const aids = {
  speaker: 'Precis could not search this text for the speaker.',
  dates: 'Precis could not resolve the dates in this text.',
} as const;

const told = new Set<keyof typeof aids>();

/** Reported once: a card asks again with every render. Deferred, since a render may be asking. */
const tell = (aid: keyof typeof aids, error: unknown): void => {
  if (told.has(aid)) return;
  told.add(aid);
  queueMicrotask(() => {
    const text = `Nothing was lost. You can enter it by hand. (${String(error).slice(0, 160)})`;
    sayFailed(aids[aid], text);
  });
};

/**
 * The result of an analysis, or `nothing` if it fails: a bug in an aid is reported, and never takes the text being read
 * from the window.
 */
export const analyse = <T>(aid: keyof typeof aids, run: () => T, nothing: T): T => {
  try {
    return run();
  } catch (error) {
    tell(aid, error);
    return nothing;
  }
};
