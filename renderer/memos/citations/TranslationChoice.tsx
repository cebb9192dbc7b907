import type { ResolvedCitation } from '#domain/contract/memo.ts';
import type { TranslationId } from '#domain/ids.ts';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import { sayMaker, useTranslations } from '#renderer/parts/translation/translations.ts';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';

const OWN = 'own';

export type TranslationChoiceProps = {
  readonly known: ResolvedCitation;
  readonly isReadOnly: boolean;
  /** Null for the words of the passage. */
  readonly onChange: (translationId: TranslationId | null) => void;
};

/** Chooses the words of the citation: the passage's own, or one of its translations. Renders nothing if it has none. */
export const TranslationChoice = ({ known, isReadOnly, onChange }: TranslationChoiceProps) => {
  const all = useTranslations(known.articleId);
  const offered = (all?.translations ?? []).flatMap(({ id, language, passages }) => {
    const words = passages.find(({ passageId, isStale }) => passageId === known.passageId && !isStale);
    return words === undefined
      ? []
      : [{ id: id as string, name: `${nameOfLanguage(language)}, ${sayMaker(words.maker)}`, words }];
  });
  const canChange = !isReadOnly && (known.state === 'ok' || known.state === 'retranslated');
  if (!canChange || (offered.length === 0 && known.translation === undefined)) return null;
  const original = all?.language == null ? 'Original' : `Original, ${nameOfLanguage(all.language)}`;
  return (
    <RadioGroup
      label="Words"
      options={[...offered.map(({ id, name }) => ({ id, name })), { id: OWN, name: original }]}
      value={known.translation?.translationId ?? OWN}
      onChange={(id) => onChange(offered.find((each) => each.id === id)?.words.translationId ?? null)}
    />
  );
};
