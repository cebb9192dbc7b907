import { type TextEncoding, textEncodings } from '#domain/article/draft/text-encodings.ts';

/** What the Encoding Standard does not know or tells apart though it is read alike. */
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
 * The encoding that a label stands for (`latin1`, `CP1251`, `x-sjis`, `UTF-32LE`), whatever its case; null where it
 * stands for none that can be read.
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
