/** Tables of characters that a PDF names and does not hold, mostly of Chinese, Japanese and Korean: address by path. */
export const characterTables: Readonly<Record<string, string>> = import.meta.glob<string>(
  '../../node_modules/pdfjs-dist/cmaps/*.bcmap',
  { query: '?url', import: 'default', eager: true },
);
