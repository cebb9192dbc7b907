import { ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { changeArticles } from './change-articles.ts';
import { changePassages } from './change-passages.ts';
import { createLongActs, type LongActs } from './long-acts.ts';
import { rateSource } from './rate-source.ts';
import { splitTag } from './split-tag.ts';

/** The use cases of many passages or articles at once. */
export const createBulkHandlers = (
  deps: HandlerDeps,
  { run, cancelAll }: LongActs = createLongActs(deps),
): HandlersOn<'bulk'> => ({
  /**
   * Does one change to each of the passages, in whatever articles: all or nothing, one step of undo. Fails
   * `not-found` where one of them, a tag or a source is gone, `not-confirmed` as for a single passage, `cancelled`.
   */
  'bulk:change-passages': (input) => run((options) => changePassages(deps, input, options)),

  /** As for passages. Fails `not-found` where an article, a tag or a source is gone, `cancelled`. */
  'bulk:change-articles': (input) => run((options) => changeArticles(deps, input, options)),

  /** See splitTag. Fails `not-found` where the tag or a passage is gone, `cancelled`. */
  'bulk:split-tag': (input) => run((options) => splitTag(deps, input, options)),

  /** See rateSource. Fails `not-found` where the source is gone, `cancelled`. */
  'bulk:rate-source': (input) => run((options) => rateSource(deps, input, options)),

  /** Ends what is under way, undoing and doing again too; its files are rolled back before it answers `cancelled`. */
  'bulk:cancel': async () => {
    cancelAll();
    return ok(null);
  },
});
