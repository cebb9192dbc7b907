/**
 * The whole protocol between window and main on a page: one table of requests, by noun. Everything else that is
 * known of requests is derived from it. Ids cross the bridge, paths never do. Every answer is a Result with a
 * closed error. Rows for lists are already joined, so that the window never opens a file to draw a list; every
 * string in them is plain text from untrusted files: text nodes only, never HTML.
 */
import type { z } from 'zod';
import type { Result } from '../result.ts';
import { appRequests } from './app.ts';
import { archiveRequests } from './archive.ts';
import { articleRequests } from './article.ts';
import { articleExportRequests } from './article-export.ts';
import { backupRequests } from './backup.ts';
import { boardRequests } from './board.ts';
import { checkRequests } from './check.ts';
import { encryptionRequests } from './encryption.ts';
import type { AppError } from './errors/app-error.ts';
import { eventRequests } from './event.ts';
import { exchangeRequests } from './exchange.ts';
import { formRequests } from './form.ts';
import { graphRequests } from './graph.ts';
import { importRequests } from './import.ts';
import { broughtRequests } from './import-brought.ts';
import { manyRequests } from './import-many.ts';
import { inboxRequests } from './inbox.ts';
import { insightRequests } from './insights.ts';
import { labelRequests } from './label.ts';
import { manyArticleRequests } from './many-articles.ts';
import { memoRequests } from './memo.ts';
import { ocrRequests } from './ocr.ts';
import { padRequests } from './pad.ts';
import { passageRequests } from './passage.ts';
import { passageExportRequests } from './passage-export.ts';
import type { carried, Topic } from './request.ts';
import { reviewRequests } from './review.ts';
import { searchRequests } from './search.ts';
import { sourceRequests } from './source.ts';
import { sourceExportRequests } from './source-export.ts';
import { sourcePageRequests } from './source-page.ts';
import { spellingRequests } from './spelling.ts';
import { tagRequests } from './tag.ts';
import { taskRequests } from './task.ts';
import { translationRequests } from './translation.ts';
import { translationProgramRequests } from './translation-program.ts';
import { trashRequests } from './trash.ts';
import { undoRequests } from './undo.ts';

const all = [
  ...appRequests,
  ...archiveRequests,
  ...checkRequests,
  ...undoRequests,
  ...importRequests,
  ...manyRequests,
  ...broughtRequests,
  ...inboxRequests,
  ...exchangeRequests,
  ...articleRequests,
  ...manyArticleRequests,
  ...articleExportRequests,
  ...passageRequests,
  ...passageExportRequests,
  ...reviewRequests,
  ...labelRequests,
  ...eventRequests,
  ...translationRequests,
  ...translationProgramRequests,
  ...tagRequests,
  ...sourceRequests,
  ...sourcePageRequests,
  ...sourceExportRequests,
  ...taskRequests,
  ...searchRequests,
  ...insightRequests,
  ...boardRequests,
  ...graphRequests,
  ...memoRequests,
  ...formRequests,
  ...padRequests,
  ...trashRequests,
  ...backupRequests,
  ...spellingRequests,
  ...ocrRequests,
  ...encryptionRequests,
] as const;

type Requests = { readonly [R in (typeof all)[number] as R['name']]: R };

/** Each request by its name. */
export const requests = Object.fromEntries(all.map((entry) => [entry.name, entry])) as unknown as Requests;

export type RequestName = keyof Requests;

export type Input<N extends RequestName> = z.infer<Requests[N]['input']>;
export type Output<N extends RequestName> = Requests[N]['output'][typeof carried];
export type Answer<N extends RequestName> = Result<Output<N>, AppError>;

type NamesOf<Entry> = { [N in RequestName]: Requests[N] extends Entry ? N : never }[RequestName];

/** A request that asks and changes nothing. */
export type QueryName = NamesOf<{ readonly kind: 'query' }>;
export type EditName = Exclude<RequestName, QueryName>;

/** A query whose answer can be kept current: changes of its topics are reported. */
export type WatchedName = NamesOf<{ readonly topics: readonly [Topic, ...Topic[]] }>;

/** A query that only the index answers. */
export type IndexQueryName = NamesOf<{ readonly answeredBy: 'index' }>;

export const isIndexQueryName = (name: RequestName): name is IndexQueryName => 'answeredBy' in requests[name];

/** One handler per request. */
export type Handlers = { readonly [N in RequestName]: (input: Input<N>) => Promise<Answer<N>> };

/** Own keys only: "constructor" and its like are no requests. */
export const isRequestName = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requests, name);
