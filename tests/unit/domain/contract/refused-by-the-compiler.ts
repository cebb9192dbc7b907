/**
 * Never called: what is forgotten or wrong in the table of requests does not compile, and the compiler is asked here.
 */
import { z } from 'zod';
import { edit, query, type } from '#domain/contract/request.ts';
import type { EditName, Handlers, Input, Output, QueryName, WatchedName } from '#domain/contract/requests.ts';
import type { Passage } from '#domain/passage/passage.ts';

export const refused = (handlers: Omit<Handlers, 'passage:add'>) => {
  const input = z.strictObject({ tagId: z.string() });
  const output = type<null>();
  const whole = { input, output, says: 'Does it.' };
  const touches = () => [];
  const merging = { supersedes: 'nothing' } as const;
  return {
    // @ts-expect-error a query says what it depends on
    withoutTopics: query(whole),
    // @ts-expect-error the topic does not exist
    unknownTopic: query({ ...whole, topics: ['weather'] }),
    // @ts-expect-error the scope is a field of the input
    unknownScope: query({ ...whole, topics: [], scope: 'articleId' }),
    // @ts-expect-error an edit says what it is laid over
    withoutMerging: edit({ ...whole, touches }),
    // @ts-expect-error an edit says which records it is on
    withoutRecords: edit({ ...whole, ...merging }),
    // @ts-expect-error the record that it is on is named by a field of the input
    unknownRecord: edit({ ...whole, ...merging, touches: ({ sourceId }) => [sourceId] }),
    // @ts-expect-error what names the thing is a field of the input
    unknownField: edit({ ...whole, touches, supersedes: { on: ['sourceId'] } }),
    // @ts-expect-error what holds the change is a field of the input
    unknownChange: edit({ ...whole, touches, supersedes: { on: ['tagId'], fieldsOf: 'change' } }),
    // @ts-expect-error what it refreshes is a question that can be watched
    refreshed: edit({ ...whole, touches, ...merging, refreshes: ['memo:cite'] }) satisfies {
      refreshes?: readonly WatchedName[];
    },
    // @ts-expect-error each says what it is
    withoutSentence: edit({ input, output, touches, ...merging }),
    // @ts-expect-error each has the type of its output
    withoutOutput: edit({ input, touches, ...merging, says: 'Does it.' }),
    // @ts-expect-error each request has a handler
    withoutHandler: handlers satisfies Handlers,
    // @ts-expect-error an edit is no query
    edited: 'passage:add' satisfies QueryName,
    // @ts-expect-error a query is no edit
    asked: 'passage:list' satisfies EditName,
    // @ts-expect-error nothing tells when such a hash changes
    watched: 'memo:cite' satisfies WatchedName,
    // @ts-expect-error the input is the one of the schema
    input: { articleId: 'a', label: 'claim' } satisfies Input<'passage:add'>,
    // @ts-expect-error the output is the one of the table
    output: null satisfies Output<'passage:add'>,
    passage: (passage: Passage): Output<'passage:add'> => passage,
  };
};
