import { type TextEncoding, textEncodings } from '#domain/article/draft/text-encodings.ts';

const names: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'utf-32le': 'UTF-32LE',
  'utf-32be': 'UTF-32BE',
  'windows-1252': 'Western (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1255': 'Hebrew (Windows-1255)',
  'windows-1256': 'Arabic (Windows-1256)',
  'windows-1257': 'Baltic (Windows-1257)',
  'windows-1258': 'Vietnamese (Windows-1258)',
  'windows-874': 'Thai (Windows-874)',
  'iso-8859-2': 'Central European (ISO-8859-2)',
  'iso-8859-3': 'South European (ISO-8859-3)',
  'iso-8859-4': 'Baltic (ISO-8859-4)',
  'iso-8859-5': 'Cyrillic (ISO-8859-5)',
  'iso-8859-6': 'Arabic (ISO-8859-6)',
  'iso-8859-7': 'Greek (ISO-8859-7)',
  'iso-8859-8': 'Hebrew (ISO-8859-8)',
  'iso-8859-10': 'Nordic (ISO-8859-10)',
  'iso-8859-13': 'Baltic (ISO-8859-13)',
  'iso-8859-14': 'Celtic (ISO-8859-14)',
  'iso-8859-15': 'Western (ISO-8859-15)',
  'iso-8859-16': 'Romanian (ISO-8859-16)',
  'koi8-r': 'Russian (KOI8-R)',
  'koi8-u': 'Ukrainian (KOI8-U)',
  ibm850: 'Western (DOS 850)',
  ibm866: 'Cyrillic (DOS 866)',
  macintosh: 'Western (Mac)',
  'x-mac-cyrillic': 'Cyrillic (Mac)',
  gb18030: 'Simplified Chinese (GB18030)',
  big5: 'Traditional Chinese (Big5)',
  shift_jis: 'Japanese (Shift_JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  'iso-2022-jp': 'Japanese (ISO-2022-JP)',
  'euc-kr': 'Korean (EUC-KR)',
};

/** The name of an encoding: the script that it serves comes first, since readers know it by that. */
export const printEncoding = (encoding: TextEncoding): string => names[encoding];

export const encodingsByName: readonly TextEncoding[] = [...textEncodings].sort((a, b) =>
  names[a].localeCompare(names[b], 'en'),
);

/** The message for a text with undecodable bytes. */
export const printUnreadable = (count: number): string =>
  count === 1
    ? 'One place can’t be read and is shown as \uFFFD.'
    : `${count} places can’t be read and are shown as \uFFFD.`;
