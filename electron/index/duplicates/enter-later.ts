import type { ArticleId } from '#domain/ids.ts';
import type { ComparedText, DuplicateIndex } from './duplicate-index.ts';

/** An index into which texts may be entered later: when it is first asked, or by `settle`. */
export type LaterDuplicateIndex = DuplicateIndex & {
  /** Of an article that is not entered, and of which nothing was made yet. */
  enterLater(id: ArticleId, read: () => ComparedText): void;
};

/** At a start ten thousand texts need not be compared before a list is shown. */
export const enteringLater = (index: DuplicateIndex): LaterDuplicateIndex => {
  /** In the order in which they came. */
  const waiting = new Map<ArticleId, () => ComparedText>();
  const enterNext = (id: ArticleId, read: () => ComparedText): void => {
    waiting.delete(id);
    index.enter(id, read());
  };
  const whole = (): DuplicateIndex => {
    for (const [id, read] of waiting) enterNext(id, read);
    return index;
  };
  return {
    enter: (...given) => whole().enter(...given),
    enterLater: (id, read) => void waiting.set(id, read),
    leave: (...given) => whole().leave(...given),
    async settle(yielder) {
      for (const [id, read] of waiting) {
        enterNext(id, read);
        await yielder.yieldIfDue();
      }
      await index.settle(yielder);
    },
    textOf: (...given) => whole().textOf(...given),
    carriersOf: (...given) => whole().carriersOf(...given),
    duplicatesOf: (...given) => whole().duplicatesOf(...given),
    duplicatesOfText: (...given) => whole().duplicatesOfText(...given),
    withText: (...given) => whole().withText(...given),
  };
};
