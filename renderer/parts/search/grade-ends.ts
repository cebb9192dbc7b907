/** A range of grades by its ends, as its fields show them. An open end is empty. */
export type GradeEnds = {
  readonly bestLetter: string;
  readonly worstLetter: string;
  readonly bestDigit: string;
  readonly worstDigit: string;
};

const parts = (grade: string): readonly [string, string] => [
  /[a-e]/i.exec(grade)?.[0].toUpperCase() ?? '',
  /[1-5]/.exec(grade)?.[0] ?? '',
];

const inOrder = (a: string, b: string): readonly [string, string] =>
  a !== '' && b !== '' && a > b ? [b, a] : [a, b];

const edgesOf = (field: string, value: string): readonly [string, string] => {
  const compared = /^([<>]=?)(.+)$/.exec(value);
  if (compared !== null) {
    const [, sign = '', edge = ''] = compared;
    return sign.startsWith('<') ? ['', edge] : [edge, ''];
  }
  const [first = '', last] = value.split('..', 2);
  if (last === undefined) return [first, first];
  // "B2.." is B2 or better, "..B2" B2 or worse; for one axis alone it is the reverse.
  return field === 'grade' && (first === '' || last === '') ? [last, first] : [first, last];
};

/** The ends of a range in search syntax. */
export const gradeEndsOf = (field: string, value: string): GradeEnds => {
  const [best, worst] = edgesOf(field, value).map(parts) as [
    readonly [string, string],
    readonly [string, string],
  ];
  const [bestLetter, worstLetter] = inOrder(best[0], worst[0]);
  const [bestDigit, worstDigit] = inOrder(best[1], worst[1]);
  return { bestLetter, worstLetter, bestDigit, worstDigit };
};

/** A range in search syntax: the shortest form for the ends; empty if all are open. */
export const gradeValueOf = (field: string, ends: GradeEnds): string => {
  const best = `${ends.bestLetter}${ends.bestDigit}`;
  const worst = `${ends.worstLetter}${ends.worstDigit}`;
  if (best === worst) return best;
  if (field !== 'grade') return `${best}..${worst}`;
  const isWhole = best.length === worst.length && ends.bestLetter.length === ends.worstLetter.length;
  return isWhole ? `${best}..${worst}` : `${worst}..${best}`;
};
