/** Two people who change one form: its terms stay whole sets, in the language that they were worded in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRecord } from '#domain/archive/merge/merge-record.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { type OwnForm, ownFormSchema } from '#domain/memo/form/form.ts';
import { toTimestamp } from '#domain/time.ts';
import { type OwnTerms, termSetIds, termSets } from '#domain/tradecraft/own-terms.ts';
import { newFormId } from '../../../../support/archive/sample-ids.ts';

const at = (second: number) => toTimestamp(Date.UTC(2024, 3, 24, 9, 0, second));
const id = newFormId();

/** Sets with words of their own, in which any two terms could have changed places. */
const terms: fc.Arbitrary<OwnTerms | undefined> = fc.option(
  fc
    .record(
      Object.fromEntries(
        termSetIds.map((set) => {
          const ids = termSets[set].map((term) => term.id);
          const words = ids.map((_, index) => `wort ${'abcdefgh'[index]}`);
          return [
            set,
            fc
              .shuffledSubarray(words, { minLength: ids.length })
              .map((worded) => Object.fromEntries(ids.map((term, index) => [term, worded[index]]))),
          ];
        }),
      ),
      { requiredKeys: [] },
    )
    .map((sets) => sets as OwnTerms),
  { nil: undefined },
);

const form: fc.Arbitrary<OwnForm> = fc
  .record({
    terms,
    language: fc.constantFrom('de', 'fr'),
    name: fc.constantFrom('Office', 'Amt'),
    updatedAt: fc.integer({ min: 1, max: 30 }).map(at),
  })
  .map(({ terms: own, ...said }) =>
    ownFormSchema.parse({
      ...builtInForms.decision,
      ...{ id, createdAt: at(0), deletedAt: null },
      ...said,
      ...(own === undefined ? {} : { terms: own }),
    }),
  );

const worded = ({ language, terms: own }: OwnForm): string => JSON.stringify([language, own ?? null]);

describe('the terms of a form that two people change', () => {
  it('are those of one of them, with the language they are in, and nothing is lost unseen', () => {
    fc.assert(
      fc.property(fc.option(form), form, form, (base, ours, theirs) => {
        const { record, conflicts } = mergeRecord('forms', base, ours, theirs);
        expect(ownFormSchema.safeParse(record).success).toBe(true);
        expect([worded(ours), worded(theirs)]).toContain(worded(record));
        const before = base === null ? null : worded(base);
        const bothChanged = worded(ours) !== before && worded(theirs) !== before;
        const isContested = bothChanged && worded(ours) !== worded(theirs);
        expect(conflicts.some(({ field }) => field === 'terms' || field === 'language')).toBe(isContested);
        if (worded(ours) === before) expect(worded(record)).toBe(worded(theirs));
      }),
    );
  });
});
