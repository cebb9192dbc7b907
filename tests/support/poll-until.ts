import { setTimeout as wait } from 'node:timers/promises';

const intervalMs = 25;

/**
 * Retries until there is a result, and resolves to it.
 *
 * @param what is waited for, in words that complete "waited in vain until …"
 */
export async function pollUntil<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  timeoutMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain until ${what}.`);
    await wait(intervalMs);
  }
}
