import { type TextEncoding, textEncodings } from '#domain/article/draft/text-encodings.ts';

/** Labels that the Encoding Standard lacks, or treats as different although they are decoded in the same way. */
const readAs: Readonly<Record<string, TextEncoding>> = {
  gbk: 'gb18030',
  'iso-8859-8-i': 'iso-8859-8',
  cp850: 'ibm850',
  'dos-850': 'ibm850',
  cp932: 'shift_jis',
  cp936: 'gb18030',
  cp949: 'euc-kr',
  cp950: 'big5',
  utf32le: 'utf-32le',
  utf32be: 'utf-32be',
};

const known = (name: string): TextEncoding | null =>
  readAs[name] ?? textEncodings.find((encoding) => encoding === name) ?? null;

/**
 * The encoding with that label (`latin1`, `CP1251`, `x-sjis`, `UTF-32LE`), in any case; null if there is no supported
 * one.
 */
export const encodingOfLabel = (label: string): TextEncoding | null => {
  const plain = label.trim().toLowerCase();
  const named = known(plain);
  if (named !== null) return named;
  try {
    return known(new TextDecoder(plain).encoding);
  } catch {
    return null;
  }
};
