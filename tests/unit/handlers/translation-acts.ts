import { newTranslationId } from '../../support/archive/sample-ids.ts';
import { pick, step } from './undoable-act.ts';

const byAnalyst = { kind: 'analyst', name: '', version: '' } as const;
const saidOf = (language: string) => ({ language, maker: byAnalyst });

/** The requests on translations, with what each is to undo. */
export const translationActsAndUndo = {
  'translation:choose-program': 'this machine only',
  'translation:try-program': 'this machine only',
  'translation:describe-program': 'this machine only',
  'translation:forget-program': 'this machine only',
  'translation:cancel': 'ends another act',
  // Writes as put-paragraphs does: see translate-by-machine.test.ts.
  'translation:by-machine': 'this machine only',
  'translation:add': [
    step('add-translation', ({ handlers, articleId }) =>
      handlers['translation:add']({ articleId, translationId: newTranslationId(), ...saidOf('it') }),
    ),
  ],
  'translation:change': [
    step('change-translation', ({ handlers, articleId, translationId }, round) =>
      handlers['translation:change']({
        articleId,
        translationId,
        ...saidOf(pick(['de-AT', 'de-CH'], round)),
      }),
    ),
  ],
  'translation:delete': [
    step('delete-translation', ({ handlers, articleId, translationId }) =>
      handlers['translation:delete']({ articleId, translationId }),
    ),
  ],
  'translation:restore': [
    step('restore-translation', ({ handlers, trashedTranslation }) =>
      handlers['translation:restore'](trashedTranslation),
    ),
  ],
  'translation:put-paragraphs': [
    step('translate-paragraphs', ({ handlers, articleId, translationId }, round) =>
      handlers['translation:put-paragraphs']({
        articleId,
        translationId,
        paragraphs: [
          { block: 0, text: '' },
          { block: 1, text: `Vorsicht ${round}` },
        ],
      }),
    ),
    step('translate-paragraphs', ({ handlers, articleId }, round) =>
      handlers['translation:put-paragraphs']({
        articleId,
        translationId: newTranslationId(),
        begins: saidOf('es'),
        paragraphs: [{ block: 1, text: `Precaución ${round}` }],
      }),
    ),
  ],
  'translation:put-passage': [
    step('translate-passage', ({ handlers, articleId, translationId, passages }, round) =>
      handlers['translation:put-passage']({
        articleId,
        translationId,
        passageId: passages.precaution.id,
        texts: [`„Das war Vorsicht ${round}“`],
      }),
    ),
  ],
  'translation:declare': [
    step('declare-translation', ({ handlers, articleId, retoldId }) =>
      handlers['translation:declare']({
        articleId,
        translationId: newTranslationId(),
        otherId: retoldId,
        ...saidOf('fr'),
      }),
    ),
  ],
  'translation:confirm': [
    step('confirm-translation', ({ handlers, retoldId, carriedTranslation }) =>
      handlers['translation:confirm']({
        articleId: retoldId,
        translationId: carriedTranslation.translationId,
        renderingIds: [carriedTranslation.id],
      }),
    ),
  ],
  'translation:set-language': [
    step('paragraph-language', ({ handlers, articleId }, round) =>
      handlers['translation:set-language']({ articleId, block: 2, language: pick(['fr', 'nl'], round) }),
    ),
  ],
} as const;
