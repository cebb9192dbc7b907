import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import { encodingOfLabel } from './encoding-of-label.ts';

/** How far into a page its head is looked through; those of some saved pages hold whole style sheets. */
const HEAD_BYTES = 1024 * 1024;

/** What may hold the words of a declaration without being one. */
const NOT_HEAD = /<!--[\s\S]*?(?:-->|$)|<(script|style|noscript|title|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

const META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/iu;
const XML = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/iu;

/** The encoding that a page says it is in, null where it names none that can be read. */
export const declaredEncoding = (bytes: Uint8Array): TextEncoding | null => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString(
    'latin1',
  );
  const [head = ''] = start.replace(NOT_HEAD, '').split(/<body[\s>]/i, 1);
  const label = (META.exec(head) ?? XML.exec(head))?.[1];
  const encoding = label === undefined ? null : encodingOfLabel(label);
  // A declaration that could be read as ASCII is in no UTF-16, whatever it says.
  return encoding?.startsWith('utf-16') || encoding?.startsWith('utf-32') ? 'utf-8' : encoding;
};
