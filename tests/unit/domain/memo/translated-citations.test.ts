import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotIdSchema } from '#domain/ids.ts';
import { resolveCitations } from '#domain/memo/citations/resolve-citations.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import type { OriginalPlace } from '#domain/memo/form/form.ts';
import { type Citation, type MemoBlock, memoContentSchema } from '#domain/memo/memo-content.ts';
import type { Run } from '#domain/memo/memo-document.ts';
import { frozenDocumentSchema } from '#domain/memo/snapshot/document-schema.ts';
import { takeSnapshot } from '#domain/memo/snapshot/take-snapshot.ts';
import { toTimestamp } from '#domain/time.ts';
import { type Rendering, renderingIdOf } from '#domain/translation/translation.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';
import { findingsOf, tell } from '../../../support/memo/check-memo.ts';
import {
  machine,
  type Translated,
  translate,
  withTranslation,
} from '../../../support/memo/translated-article.ts';
import { materialOf, type WrittenArticle, writeArticle } from '../../../support/memo/written-article.ts';
import {
  cite,
  keptWithout,
  paragraph,
  quoteBlock,
  section,
  writeMemo,
} from '../../../support/memo/written-memo.ts';

const german = { publisher: 'Küstenkurier', language: 'de' } as const;

const citeTranslated = (article: Translated, form: Citation['form'] = 'whole') =>
  withTranslation(cite(article, 0, form) as { type: 'citation'; attrs: Citation }, article);

const memoOf = (...blocks: readonly MemoBlock[]) => writeMemo([section('analysis', 'Analysis', ...blocks)]);
const material = (article: WrittenArticle, originals?: OriginalPlace) => ({
  ...materialOf([article]),
  ...(originals === undefined
    ? {}
    : { form: { ...builtInForms.bluf, ...(originals === 'footnote' ? {} : { originals }) } }),
});
const printed = (block: MemoBlock, article: WrittenArticle, originals?: OriginalPlace) =>
  buildMemoDocument(memoOf(block), material(article, originals)).sections[0]?.blocks[0];
const runsOf = (...all: Parameters<typeof printed>): readonly Run[] => {
  const block = printed(...all);
  return block?.kind === 'paragraph' ? block.runs : [];
};
const wordsOf = (runs: readonly Run[]): string =>
  runs
    .map((run) =>
      'text' in run ? `${run.kind === 'footnote' ? `{${run.original?.text}}` : ''}${run.text}` : '',
    )
    .join('');
const misquotes = (article: Translated, ...blocks: readonly MemoBlock[]) =>
  findingsOf(memoOf(...blocks), material(article))
    .map(tell)
    .filter((said) => said.includes('quote-not-verbatim'));

const article = writeArticle(
  ['Wer prüft? „Wir prüfen jede vierzigste Sendung“, sagt sie. „Mehr ist nicht zu schaffen.“'],
  [['„Wir prüfen jede vierzigste Sendung“', '„Mehr ist nicht zu schaffen.“']],
  { bibliography: german },
);
const texts = ['We check one consignment in forty', 'More can’t be done.'];
const checked = translate(article, texts);

describe('the hint on quotations in other languages', () => {
  const hintsOf = (cited: Translated, language: string) => {
    const memo = memoOf(paragraph('She says ', citeTranslated(cited)));
    const inLanguage = { ...memo, head: { ...memo.head, language } };
    return findingsOf(inLanguage, material(cited))
      .filter(({ rule }) => rule === 'foreign-quotation')
      .map(({ message }) => message);
  };

  it('is told of a translation that is in another language than the memo, and of no other', () => {
    expect(hintsOf(checked, 'en-GB')).toEqual([]);
    expect(hintsOf(checked, 'fr')).toEqual([
      expect.stringMatching(/is translated into English, which is not the language of the memo/u),
    ]);
  });
});

describe('a citation that gives a translation', () => {
  it('prints it in the marks of the memo, with the original in a footnote and who translated', () => {
    const runs = runsOf(paragraph('She says ', citeTranslated(checked)), checked);
    expect(wordsOf(runs)).toBe(
      'She says “We check one consignment in forty […] More can’t be done.”{„Wir prüfen jede vierzigste Sendung“ […] „Mehr ist nicht zu schaffen.“} (Küstenkurier, 22 April 2024; translated by the analyst).',
    );
    const note = runs.find((run) => run.kind === 'footnote');
    expect(note).toMatchObject({ original: { lang: 'de', dir: 'ltr' } });
    expect(runs.filter((run) => run.kind === 'quote')).toMatchObject([
      { lang: null, translationId: checked.translationId },
      { lang: null, translationId: checked.translationId },
    ]);
  });

  it('prints the original in brackets, or not at all, where the form says so', () => {
    const block = paragraph('She says ', citeTranslated(checked));
    expect(wordsOf(runsOf(block, checked, 'none'))).toBe(
      'She says “We check one consignment in forty […] More can’t be done.” (translated by the analyst)',
    );
    const below = runsOf(block, checked, 'below');
    expect(wordsOf(below)).toContain(' (German: „Wir prüfen jede vierzigste Sendung“ […] „Mehr');
    expect(wordsOf(below)).toContain('; translated by the analyst)');
    expect(
      below.filter((run) => run.kind === 'quote').map((run) => run.kind === 'quote' && run.lang),
    ).toEqual([null, null, 'de', 'de']);
  });

  it('prints a block with its original below, and says language and translator', () => {
    const block = withTranslation(quoteBlock(checked, 0), checked);
    expect(printed(block, checked)).toMatchObject({
      kind: 'quotation',
      quotes: texts,
      lang: null,
      translationId: checked.translationId,
      original: {
        quotes: article.passages[0]?.selectors.map((each) => 'quote' in each && each.quote.exact),
        lang: 'de',
      },
      attribution: 'Küstenkurier, 22 April 2024, para. 1. German; translated by the analyst',
    });
    expect(printed(block, checked, 'none')).not.toHaveProperty('original');
  });

  it('says of a machine’s that nobody has checked it, also where it is not quoted', () => {
    const made = translate(article, texts, machine);
    expect(wordsOf(runsOf(paragraph('She says ', citeTranslated(made)), made))).toContain(
      '(machine translation, not checked)',
    );
    expect(wordsOf(runsOf(paragraph('One in forty ', citeTranslated(made, 'paraphrase')), made))).toBe(
      'One in forty  (machine translation, not checked)',
    );
    expect(printed(withTranslation(quoteBlock(made, 0), made), made)).toMatchObject({
      attribution:
        'Küstenkurier, 22 April 2024, para. 1. German; machine translation (Marlin 1.2), not checked',
    });
  });

  it('uses the marks of the memo’s language', () => {
    const memo = writeMemo([section('analysis', 'Lage', paragraph('Sie sagt ', citeTranslated(checked)))]);
    const inGerman = { ...memo, head: { ...memo.head, language: 'de' } };
    const [block] = buildMemoDocument(inGerman, material(checked)).sections[0]?.blocks ?? [];
    expect(block?.kind === 'paragraph' && wordsOf(block.runs)).toContain('Sie sagt „We check');
    expect(block?.kind === 'paragraph' && block.runs).toContainEqual(expect.objectContaining({ lang: 'en' }));
  });

  it('is written, read back, and frozen with its words', () => {
    const memo = memoOf(paragraph(citeTranslated(checked)), withTranslation(quoteBlock(checked, 0), checked));
    expect(memoContentSchema.parse(memo.content)).toEqual(memo.content);
    const document = buildMemoDocument(memo, material(checked));
    const snapshot = takeSnapshot(
      { memo, material: material(checked), document },
      {
        id: snapshotIdSchema.parse(newSampleId()),
        takenAt: toTimestamp(0),
        cause: 'sending',
        exported: null,
      },
    );
    expect(snapshot.evidence).toMatchObject([
      { translated: { translationId: checked.translationId, words: texts.join(' … ') } },
    ]);
    expect(frozenDocumentSchema.parse(snapshot.document)).toEqual(snapshot.document);
  });
});

describe('what a translated quotation is held to', () => {
  it('is the stored translation: it is verbatim as it is printed', () => {
    expect(misquotes(checked, paragraph('She says ', citeTranslated(checked)))).toEqual([]);
    expect(misquotes(checked, withTranslation(quoteBlock(checked, 0), checked))).toEqual([]);
  });

  it('is shortened by the same rules as any quotation', () => {
    const long = 'We do not check every consignment. The harbour is large. Nobody asked us to.';
    const whole = writeArticle(
      ['Wir prüfen nicht jede Sendung. Der Hafen ist groß. Niemand hat uns darum gebeten.'],
      ['Wir prüfen nicht jede Sendung. Der Hafen ist groß. Niemand hat uns darum gebeten.'],
      { bibliography: german },
    );
    const given = translate(whole, [long]);
    const plain = writeArticle([long], [long]);
    const cut = (...left: readonly string[]) => {
      const node = cite(given, 0, 'whole') as { type: 'citation'; attrs: Citation };
      return misquotes(
        given,
        paragraph('They say ', withTranslation(node, given, { kept: keptWithout(plain, 0, ...left) })),
      );
    };
    expect(cut('The harbour is large. ')).toEqual([]);
    expect(cut(' not')).toContainEqual(expect.stringContaining('“not” is left out'));
  });

  it('is other evidence once its words, the passage, or the translation itself have changed', () => {
    const block = paragraph('She says ', citeTranslated(checked));
    const states = (now: WrittenArticle) =>
      resolveCitations(memoOf(block).content, material(now)).map(({ state }) => state);
    expect(states(checked)).toEqual(['ok']);
    const other = translate(article, ['We check one in forty', 'More can’t be done.']);
    const renamed = (rendering: Rendering): Rendering => ({
      ...rendering,
      id: renderingIdOf(checked.translationId, 'passageId' in rendering ? rendering.passageId : ''),
    });
    const [head] = checked.cited.translated?.translations ?? [];
    if (head === undefined) throw new Error('no translation');
    const changed = {
      ...checked,
      cited: {
        ...checked.cited,
        translated: {
          translations: [head],
          renderings: (other.cited.translated?.renderings ?? []).map(renamed),
        },
      },
    };
    expect(states(changed)).toEqual(['retranslated']);
    const gone = {
      ...checked,
      cited: { ...checked.cited, translated: { translations: [], renderings: [] } },
    };
    expect(states(gone)).toEqual(['retranslated']);
    expect(findingsOf(memoOf(block), material(gone)).map(tell)).toContainEqual(
      expect.stringContaining('error evidence-changed: The translation of a cited passage'),
    );
  });
});

describe('translated words that are typed beside a citation', () => {
  const sentence = fc
    .array(
      fc.constantFrom(
        'ships',
        'were',
        'held',
        'near',
        'the',
        'port',
        'for',
        'nine',
        'days',
        'while',
        'crews',
        'waited',
      ),
      {
        minLength: 6,
        maxLength: 14,
      },
    )
    .map((words) => `The ${words.join(' ')} again`);
  const original = 'Neun Tage lagen Schiffe vor dem Hafen, während die Mannschaften warteten.';
  const held = writeArticle([original], [original], { bibliography: german });
  const found = (translation: string, typed: string) =>
    misquotes(translate(held, [translation]), paragraph(`The paper writes that “${typed}” `, cite(held, 0)));

  it('are verbatim where they stand in a declared translation', () => {
    fc.assert(
      fc.property(sentence, (words) => {
        expect(found(words, words)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('are not where one word of them is another', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (words, seed) => {
        const parts = words.split(' ');
        const at = 1 + (seed % (parts.length - 1));
        const altered = parts.with(at, 'harboured').join(' ');
        expect(found(words, altered)).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('are as verbatim in the language of the original', () => {
    expect(
      found('Ships lay before the port for nine days.', 'Neun Tage lagen Schiffe vor dem Hafen'),
    ).toEqual([]);
  });
});
