import type { Result } from '../result.ts';

/**
 * Why a coefficient can't be computed. `no-units`: nothing that both have judged. `no-variance`: every judgement is the
 * same, so that no agreement by chance can be told from agreement. `no-negatives`: what neither has coded can't be
 * counted.
 */
export type WhyNoCoefficient = 'no-units' | 'no-variance' | 'no-negatives';

/** A coefficient, never NaN; or why there is none. */
export type Coefficient = Result<number, WhyNoCoefficient>;
