/** What the library that reads PDFs may ask for beside the file. */
type AskedFile = { readonly kind: string; readonly filename: string };

/** Addresses of files by their paths, for each kind that is had. */
export type FilesByKind = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Gives out files that ship with the app, by name, and nothing else: the shape in which the library takes them
 * (`BinaryDataFactory`). Where it is to ask for a kind at all, it wants an address for it: OWN_FILES.
 */
export const giveOut = (files: FilesByKind) =>
  class {
    async fetch({ kind, filename }: AskedFile): Promise<Uint8Array> {
      const addresses = Object.entries(files[kind] ?? {});
      const url = addresses.find(([path]) => path.endsWith(`/${filename}`))?.[1];
      if (url === undefined) throw new Error(`${filename} is missing`);
      const answer = await fetch(url);
      return new Uint8Array(await answer.arrayBuffer());
    }
  };

/** Stands for the address of the app's own files; nothing is at it. */
export const OWN_FILES = 'own:/';

/** Tables of characters that a PDF names and does not hold, mostly of Chinese, Japanese and Korean: address by path. */
export const characterTables: Readonly<Record<string, string>> = import.meta.glob<string>(
  '../../node_modules/pdfjs-dist/cmaps/*.bcmap',
  { query: '?url', import: 'default', eager: true },
);
