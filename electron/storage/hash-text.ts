import { createHash } from 'node:crypto';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Body } from '#domain/article/body/body.ts';
import { textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { type Sha256, sha256Schema } from '#domain/ids.ts';

/** How many characters are hashed before the process does something else. */
const HASHED_AT_ONCE = 1_000_000;

/**
 * SHA-256 of the canonical text of a body, in UTF-8: what names a copy. Hashed block by block, so that it never blocks.
 */
export const hashText = async (body: Body): Promise<Sha256> => {
  const hash = createHash('sha256');
  let isFirst = true;
  let characters = 0;
  for (const { block } of textBlockSpans(body)) {
    const text = textBlockText(block);
    hash.update(isFirst ? text : `\n${text}`, 'utf8');
    isFirst = false;
    characters += text.length;
    if (characters < HASHED_AT_ONCE) continue;
    characters = 0;
    await yieldToEventLoop();
  }
  return sha256Schema.parse(hash.digest('hex'));
};

/** SHA-256 of bytes. */
export const hashBytes = (bytes: Uint8Array): Sha256 =>
  sha256Schema.parse(createHash('sha256').update(bytes).digest('hex'));
