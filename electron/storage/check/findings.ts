import type { Mending } from '#domain/archive/plan-repair.ts';

/** A fault of a file in an archive. */
export type Finding = {
  /** Relative to the archive. */
  readonly file: string;
  readonly code: FindingCode;
  /** The fault, as a sentence without the name of the file. */
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

/** A finding with the data for its repair. */
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

/** Whether the intended content of the file is unknown; also if a repair replaces it by an earlier version. */
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

/** The files whose lost content may be in a backup. */
export const lostIn = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.filter(({ code }) => lossCodes.has(code)).map(({ file }) => file)),
];
