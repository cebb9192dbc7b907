/** The bytes of an acknowledged save, to be copied. */
export type ToCopy = {
  readonly bytes: Uint8Array;
  /** Whether nothing was saved since. */
  readonly isLatest: () => boolean;
  /** Called once the copy is on the disk. */
  readonly done: () => void;
};

/** A file that was saved, and whose `.bak` is to hold what was acknowledged. */
export type SavedFile = {
  /** Relative to the archive. */
  readonly name: string;
  /** What was last acknowledged, from memory, never from the disk; null if its copy is written. */
  toCopy(): Promise<ToCopy | null>;
};
