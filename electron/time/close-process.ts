import type { HelperProcess } from '../ports/helper-process.ts';

/** A process that does not end in this time is killed. */
const CLOSE_MS = 2000;

/** Asks a helper process to end; resolves when it has ended, by itself or by force. */
export const closeProcess = async <Answer>(
  helper: HelperProcess<{ readonly kind: 'close' }, Answer>,
): Promise<void> => {
  const ended = new Promise<void>((resolve) => helper.onExit(resolve));
  helper.send({ kind: 'close' });
  const timer = setTimeout(() => helper.kill(), CLOSE_MS);
  await ended;
  clearTimeout(timer);
};
