import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { printManifest } from '#domain/memo/verify/manifest.ts';

/** The names of the properties that hold the manifest, in their order: PrecisManifest0001, … */
export const MANIFEST_PROPERTY = 'PrecisManifest';

/** Word shows and keeps no more characters of one property. */
const MAX_CHARACTERS = 240;
const NUMBER_WIDTH = 4;

/** The manifest as properties of the file, which Word shows under its own ones. */
export const manifestProperties = ({ manifest }: MemoDocument): { name: string; value: string }[] => {
  const text = manifest === null ? '' : printManifest(manifest);
  const count = Math.ceil(text.length / MAX_CHARACTERS);
  return Array.from({ length: count }, (_, at) => ({
    name: `${MANIFEST_PROPERTY}${String(at + 1).padStart(NUMBER_WIDTH, '0')}`,
    value: text.slice(at * MAX_CHARACTERS, (at + 1) * MAX_CHARACTERS),
  }));
};
