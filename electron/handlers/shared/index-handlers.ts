import {
  type Answer,
  type IndexQueryName,
  type Input,
  isIndexQueryName,
  type RequestName,
  requests,
} from '#domain/contract/requests.ts';
import { ok } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** The handlers of requests that the index answers alone: see `indexQuery`. */
export type IndexHandlers = {
  readonly [Name in IndexQueryName]: (input: Input<Name>) => Promise<Answer<Name>>;
};

const names = (Object.keys(requests) as readonly RequestName[]).filter(isIndexQueryName);

/** Each passes the query to the index, and returns its answer. */
export const createIndexHandlers = ({ catalogue }: Pick<HandlerDeps, 'catalogue'>): IndexHandlers =>
  Object.fromEntries(
    names.map((name) => {
      const ask = (input: never): Promise<unknown> => catalogue[name](input);
      return [name, async (input: never) => ok(await ask(input))];
    }),
  ) as unknown as IndexHandlers;
