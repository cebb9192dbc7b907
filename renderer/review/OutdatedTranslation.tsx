import { useState } from 'react';
import type { ReviewItem } from '#domain/contract/review.ts';
import {
  type OutdatedRendering,
  translationConfirm,
  translationOutdated,
  translationPutParagraphs,
} from '#domain/contract/translation.ts';
import { nameOfLanguage } from '#domain/translation/print-translation.ts';
import { byAnalyst, isMachineMade, renderedWords } from '#domain/translation/translation.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { attributesOfLanguage, sayMaker } from '#renderer/parts/translation/translations.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useTranslationView } from '#renderer/window/side-panes.ts';
import { ReviewFoot } from './ReviewFoot.tsx';
import styles from './review.module.css';

type OutdatedToReview = Extract<ReviewItem, { readonly kind: 'translation-outdated' }>;
type OnArticle = { readonly articleId: OutdatedToReview['articleId'] };

/** Confirms the same words for the current original. */
const confirm = ({ articleId }: OnArticle, outdated: readonly OutdatedRendering[]): void => {
  for (const translationId of new Set(outdated.map(({ rendering }) => rendering.translationId))) {
    const own = outdated.filter(({ rendering }) => rendering.translationId === translationId);
    const renderingIds = own.map(({ rendering }) => rendering.id);
    void act(translationConfirm, { articleId, translationId, renderingIds });
  }
};

const goToOriginal = ({ articleId }: OnArticle, { rendering }: OutdatedRendering): void => {
  useTranslationView.setState({ isWanted: true });
  goTo(
    rendering.kind === 'passage'
      ? { view: 'articles', articleId, passageId: rendering.passageId }
      : { view: 'articles', articleId },
  );
};

/** New words for a paragraph, for the current original. */
const Rewrite = ({
  articleId,
  rendering,
  onDone,
}: OnArticle & {
  readonly rendering: Extract<OutdatedRendering['rendering'], { kind: 'block' }>;
  readonly onDone: () => void;
}) => {
  const [text, setText] = useState(rendering.text);
  const keep = async (): Promise<void> => {
    const { translationId, block } = rendering;
    const paragraphs = [{ block, text: text.trim() }];
    const maker = isMachineMade(rendering) ? byAnalyst : rendering.maker;
    const answer = await act(translationPutParagraphs, { articleId, translationId, paragraphs, maker });
    if (answer.ok) onDone();
  };
  return (
    <div className={styles.rewrite}>
      <TextArea label="New translation" rows={4} value={text} onChange={setText} />
      <div className={styles.acts}>
        <Button isSmall variant="primary" isDisabled={text.trim() === ''} onPress={() => void keep()}>
          Save
        </Button>
        <Button isSmall onPress={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
};

const Outdated = ({ articleId, outdated }: OnArticle & { readonly outdated: OutdatedRendering }) => {
  const { rendering, language, original } = outdated;
  const [isRewritten, setIsRewritten] = useState(false);
  const words = renderedWords(rendering);
  return (
    <li className={styles.outdated} data-machine={isMachineMade(rendering) || undefined}>
      <p className={styles.outdatedWhat}>
        {rendering.kind === 'block' ? 'Original, as it is now' : 'Passage, as it is now'}
      </p>
      <p dir="auto">{original ?? 'It is no longer in the text.'}</p>
      <p className={styles.outdatedWhat}>
        {nameOfLanguage(language)}, {sayMaker(rendering.maker)}: made from the earlier words
      </p>
      <p {...attributesOfLanguage(language, words)}>{words}</p>
      {isRewritten && rendering.kind === 'block' ? (
        <Rewrite articleId={articleId} rendering={rendering} onDone={() => setIsRewritten(false)} />
      ) : (
        <div className={styles.acts}>
          <Button isSmall isDisabled={original === null} onPress={() => confirm({ articleId }, [outdated])}>
            Still right
          </Button>
          {rendering.kind === 'block' ? (
            <Button isSmall onPress={() => setIsRewritten(true)}>
              Edit
            </Button>
          ) : (
            <Button isSmall onPress={() => goToOriginal({ articleId }, outdated)}>
              Go to the passage
            </Button>
          )}
        </div>
      )}
    </li>
  );
};

/** Translations whose originals have changed since, each with both texts and the choices. */
export const OutdatedTranslation = ({ item }: { readonly item: OutdatedToReview }) => {
  const { articleId } = item;
  const { data: outdated = [] } = useQuery(translationOutdated, { articleId });
  return (
    <>
      <ul className={styles.evidence}>
        {outdated.map((each) => (
          <Outdated key={each.rendering.id} articleId={articleId} outdated={each} />
        ))}
      </ul>
      <ReviewFoot>
        <Button variant="primary" onPress={() => goTo({ view: 'articles', articleId })}>
          Open the article <Kbd keys="Enter" />
        </Button>
        {outdated.length > 1 && (
          <Button onPress={() => confirm({ articleId }, outdated)}>All are still right</Button>
        )}
      </ReviewFoot>
    </>
  );
};
