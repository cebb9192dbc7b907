/**
 * The files at the root of an archive with records that change: `<kind>.json`, in the order in which they are
 * opened. `isMain`: it is created with the archive, and without it the archive is not opened, since other files
 * refer to its records. All others are created when there is something to store in them.
 */
const rootFiles = {
  tags: { isMain: true },
  sources: { isMain: true },
  tasks: { isMain: true },
  searches: { isMain: true },
  labels: { isMain: false },
  events: { isMain: false },
  falls: { isMain: false },
  conflicts: { isMain: false },
  pad: { isMain: false },
  manifest: { isMain: false },
} as const;

export type RootKind = keyof typeof rootFiles;
export type MainKind = {
  [K in RootKind]: (typeof rootFiles)[K]['isMain'] extends true ? K : never;
}[RootKind];

export const rootKinds = Object.keys(rootFiles) as readonly RootKind[];
export const mainKinds = rootKinds.filter((kind): kind is MainKind => rootFiles[kind].isMain);

export const isRootKind = (kind: string): kind is RootKind => Object.hasOwn(rootFiles, kind);

export const nameOfRootFile = (kind: RootKind): string => `${kind}.json`;
