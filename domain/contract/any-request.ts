/** What is known of a request by its value alone, whether the core or a feature defines it. */
import type { z } from 'zod';
import type { Result } from '../result.ts';
import type { AppError } from './errors/app-error.ts';
import type { carried, Supersedes, Topic, Touches, TypeOf } from './request.ts';

type AnyEntry = {
  readonly name: string;
  readonly input: z.ZodType<Readonly<Record<string, unknown>>>;
  readonly output: TypeOf<unknown>;
  readonly says: string;
};

export type AnyQuery = AnyEntry & {
  readonly kind: 'query';
  readonly topics: readonly Topic[];
  readonly scope?: string;
  readonly isSought?: boolean | ((input: never) => boolean);
  readonly answeredBy?: 'index';
};

export type AnyEdit = AnyEntry & {
  readonly kind: 'edit';
  readonly touches: Touches<never>;
  readonly supersedes: Supersedes<string, never>;
  readonly refreshes?: readonly string[];
  readonly makes?: string;
  readonly takesAway?: true | ((input: never) => boolean);
  readonly isStep?: true;
};

/** Any named request, of the core or of a feature. */
export type AnyRequest = AnyQuery | AnyEdit;

/** A query whose answer can be kept current: changes of its topics are reported. */
export type AnyWatched = AnyQuery & { readonly topics: readonly [Topic, ...Topic[]] };

export type InputOf<R extends AnyRequest> = z.infer<R['input']>;
export type OutputOf<R extends AnyRequest> = R['output'][typeof carried];
export type AnswerOf<R extends AnyRequest> = Result<OutputOf<R>, AppError>;
