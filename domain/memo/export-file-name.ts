import { printMarking } from '../tradecraft/marking.ts';
import type { MemoHead } from './memo.ts';

/** Not allowed in a file name on Windows, or a path separator anywhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what is sought
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f]/gu;

/** File systems count a name in bytes, 255 at most; a title in Chinese takes three for each character. */
const MAX_BYTES = { title: 90, referenceNumber: 60, marking: 60 };

/** Turns the order in which a name is read, so that another ending is seen; or is no character at all. */
const deceptive = /[\p{Bidi_Control}\p{Cs}]/gu;

const clean = (text: string): string =>
  text.replace(forbidden, ' ').replace(deceptive, '').replaceAll(/\s+/gu, ' ').trim();

const utf8Length = (character: string): number => {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
};

/** `text` up to `maxBytes` in UTF-8, cut between words where there is a space. */
const cutToBytes = (text: string, maxBytes: number): string => {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += utf8Length(character);
    if (bytes > maxBytes)
      return text.slice(0, text.lastIndexOf(' ', end) > 0 ? text.lastIndexOf(' ', end) : end);
    end += character.length;
  }
  return text;
};

/** The title up to its colon. */
const shortTitle = (title: string): string => clean(title.split(/:\s/u)[0] ?? title);

/**
 * The name under which a memo is exported: "2024-04-24 PM-2024-017 Beijing visit TLP-AMBER.pdf". Valid on every
 * system; the marking stands in it, so that it is seen before the file is opened.
 */
export const exportFileName = (
  head: Pick<MemoHead, 'title' | 'referenceNumber' | 'asOf' | 'marking'>,
  extension: string,
): string => {
  const marking = head.marking === null ? '' : printMarking(head.marking).replaceAll(':', '-');
  const parts = [
    head.asOf.slice(0, 10),
    cutToBytes(clean(head.referenceNumber), MAX_BYTES.referenceNumber),
    cutToBytes(shortTitle(head.title), MAX_BYTES.title),
    cutToBytes(clean(marking), MAX_BYTES.marking),
  ];
  const name = parts.filter((part) => part !== '').join(' ');
  return `${name.replace(/[. ]+$/u, '')}.${extension}`;
};
