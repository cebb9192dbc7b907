import type { Mending } from '#domain/archive/plan-repair.ts';

/** What is wrong with a file of an archive. */
export type Finding = {
  /** Relative to the archive. */
  readonly file: string;
  readonly code: FindingCode;
  /** What is wrong, in a sentence without the name of the file. */
  readonly says: string;
  /** Whether `--repair` can mend it. */
  readonly isRepairable: boolean;
};

export type FindingCode =
  | 'missing'
  | 'unreadable'
  | 'damaged'
  | 'in-the-clear'
  | 'newer-version'
  | 'wrong-id'
  | 'text-altered'
  | 'original-altered'
  | 'picture-missing'
  | 'picture-altered'
  | 'selector-lost'
  | 'reference-lost'
  | 'reference-unjudged'
  | 'merge-stopped'
  | 'ring'
  | 'in-two-places'
  | 'number-twice'
  | 'gone'
  | 'altered'
  | 'copy';

/** A finding with what its repair needs. */
export type FullFinding = Finding & {
  readonly repair?: Mending;
};

export const finding = (
  file: string,
  code: FindingCode,
  says: string,
  repair?: FullFinding['repair'],
): FullFinding => ({
  file,
  code,
  says,
  isRepairable: repair !== undefined,
  ...(repair === undefined ? {} : { repair }),
});

const unsoundCodes: ReadonlySet<FindingCode> = new Set([
  'missing',
  'unreadable',
  'damaged',
  'newer-version',
  'wrong-id',
  'in-the-clear',
]);

/** Whether nobody can say what the file should hold; also where a repair puts an earlier version in its place. */
export const isUnsound = ({ code }: Finding): boolean => unsoundCodes.has(code);

const lossCodes: ReadonlySet<FindingCode> = new Set([
  'missing',
  'unreadable',
  'damaged',
  'wrong-id',
  'in-the-clear',
  'text-altered',
  'original-altered',
  'picture-missing',
  'picture-altered',
  'gone',
  'altered',
]);

/** The files of which a backup may hold what the archive holds no longer. */
export const lostIn = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.filter(({ code }) => lossCodes.has(code)).map(({ file }) => file)),
];
