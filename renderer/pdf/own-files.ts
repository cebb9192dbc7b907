/** What the library that reads PDFs may ask for besides the file. */
type AskedFile = { readonly kind: string; readonly filename: string };

/** URLs of files by path, for each supported kind. */
export type FilesByKind = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Serves files that ship with the app, by name, and nothing else, as the library's `BinaryDataFactory`. It only asks
 * for kinds for which it is given an address: OWN_FILES.
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

/** A stand-in for the address of the app's own files; nothing is there. */
export const OWN_FILES = 'own:/';

/** Character maps that a PDF names without embedding them, mostly Chinese, Japanese and Korean: URL by path. */
export const characterTables: Readonly<Record<string, string>> = import.meta.glob<string>(
  '../../node_modules/pdfjs-dist/cmaps/*.bcmap',
  { query: '?url', import: 'default', eager: true },
);
