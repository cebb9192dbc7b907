import type { MinHash } from '#domain/article/near-duplicate/near-duplicate.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import type { Yielder } from '#electron/time/yielder.ts';
import { type ComparedText, compareTexts, type DuplicateIndex, type TextGroups } from './duplicate-index.ts';

/** A text whose signature is read when it is compared. */
export type LaterText = {
  readonly textSha256: Sha256;
  readonly readSignature: () => MinHash | null;
};

/**
 * An index into which texts may be entered later: when one is added or removed, when a question requires it, or by
 * `settle`.
 */
export type LaterDuplicateIndex = DuplicateIndex & {
  /** For an article that is not entered, and from which nothing was derived yet. */
  enterLater(id: ArticleId, text: LaterText): void;
  /** Sets the known groups among the texts left for later: questions about them are answered without comparing. */
  takeGroups(groups: TextGroups): void;
  /** Enters all texts left for later, even those with known groups. */
  compareAll(yielder: Yielder): Promise<void>;
};

/** At a start ten thousand texts need not be compared before a list is shown, and not at all if nothing has changed. */
export const enteringLater = (index: DuplicateIndex): LaterDuplicateIndex => {
  /** In the order of arrival. */
  const waiting = new Map<ArticleId, LaterText>();
  /** The articles with the same text, by each of them; null if unknown. */
  let known: ReadonlyMap<ArticleId, readonly ArticleId[]> | null = null;

  const textOf = ({ textSha256, readSignature }: LaterText): ComparedText => ({
    textSha256,
    signature: readSignature(),
  });
  const enterNext = (id: ArticleId, text: LaterText): void => {
    known = null;
    waiting.delete(id);
    index.enter(id, textOf(text));
  };
  const whole = (): DuplicateIndex => {
    for (const [id, text] of waiting) enterNext(id, text);
    return index;
  };
  const compareAll = async (yielder: Yielder): Promise<void> => {
    for (const [id, text] of waiting) {
      enterNext(id, text);
      await yielder.yieldIfDue();
    }
    await index.settle(yielder);
  };
  /** The texts of these articles, except for that of one of them. */
  const textsBut = (id: ArticleId, ids: readonly ArticleId[]) =>
    ids.flatMap((other) => {
      const text = other === id ? undefined : waiting.get(other);
      return text === undefined ? [] : [{ id: other, ...textOf(text) }];
    });

  return {
    enter: (...given) => whole().enter(...given),
    enterLater: (id, text) => void waiting.set(id, text),
    takeGroups(groups) {
      known = new Map(groups.flatMap((ids) => ids.map((id) => [id, ids] as const)));
    },
    groups: () => (known === null ? whole().groups() : [...new Set(known.values())]),
    leave: (...given) => whole().leave(...given),
    async settle(yielder) {
      if (known === null) await compareAll(yielder);
    },
    compareAll,
    textOf: (id) => (known === null ? whole().textOf(id) : (known.get(id)?.[0] ?? id)),
    carriersOf(id) {
      if (known === null) return whole().carriersOf(id);
      return known.get(id) ?? (waiting.has(id) ? [id] : []);
    },
    duplicatesOf(id) {
      const own = waiting.get(id);
      if (known === null || own === undefined) return whole().duplicatesOf(id);
      return compareTexts(textOf(own), textsBut(id, known.get(id) ?? []));
    },
    duplicatesOfText: (...given) => whole().duplicatesOfText(...given),
    withText(textSha256) {
      if (known === null) return whole().withText(textSha256);
      return [...waiting].flatMap(([id, text]) => (text.textSha256 === textSha256 ? [id] : []));
    },
  };
};
