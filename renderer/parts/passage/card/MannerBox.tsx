import { useEffect, useRef } from 'react';
import { bases, manners, type Passage } from '#domain/passage/passage.ts';
import { capital } from '#domain/text/capital.ts';
import type { EditPassage } from '../edit-passage-of.ts';
import { ChoiceAxis, ChoiceFoot, goToChoice } from './ChoiceParts.tsx';
import styles from './grade-box.module.css';
import { KeyChoice } from './KeyChoice.tsx';
import { basisKeys, choosablePosts, mannerKeys, postAtKey, pressMannerKey } from './press-manner-key.ts';
import { basisMeanings, basisNames, mannerMeanings, mannerNames } from './print-speaker.ts';
import { type OfferedPost, usePosts } from './use-posts.ts';

export type MannerBoxProps = {
  readonly passage: Passage;
  readonly onEdit: EditPassage;
  readonly onDone: () => void;
};

type PostAxisProps = {
  readonly posts: readonly OfferedPost[];
  readonly post: string;
  readonly onTake: (post: string, isByKey: boolean) => void;
};

/** The available posts, each with its digit. */
const PostAxis = ({ posts, post, onTake }: PostAxisProps) => (
  <ChoiceAxis name="Post on the day of publication">
    {posts.map(({ post: each, wording }, at) => (
      <KeyChoice
        key={wording}
        sign={String(at + 1)}
        wording={wording}
        meaning="The speaker’s position on the day of publication"
        isOn={each === post}
        onPress={(isByKey) => onTake(each, isByKey)}
      />
    ))}
  </ChoiceAxis>
);

/** How it was said, on what terms and in what post, each by one key. Choosing the current one again clears it. */
export const MannerBox = ({ passage, onEdit, onDone }: MannerBoxProps) => {
  const { manner, basis, post = '' } = passage;
  const posts = choosablePosts(usePosts(passage, true), post);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const take = (next: Pick<Passage, 'manner' | 'basis'>, isByKey: boolean): void => {
    void onEdit({ kind: 'manner', ...next });
    if (isByKey) onDone();
  };
  const takePost = (next: string, isByKey: boolean): void => {
    void onEdit({ kind: 'post', post: next === post ? '' : next });
    if (isByKey) onDone();
  };
  /** The effect of the key; null if it has none. */
  const actOf = ({ key, code, target }: React.KeyboardEvent): (() => void) | null => {
    const next = pressMannerKey(key, { manner, basis });
    if (next !== null) return () => take(next, true);
    const offered = postAtKey(code, posts);
    // Digits are for the box: one without a post does nothing, and does not relabel the passage.
    if (offered !== null) return () => offered !== undefined && takePost(offered.post, true);
    return key === 'Enter' && target === box.current ? onDone : null;
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = goToChoice(event) ? () => undefined : actOf(event);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <fieldset ref={box} tabIndex={-1} className={styles.box} onKeyDown={onKeyDown}>
      <legend className="visually-hidden">
        Attribution: press D, P, O or U for the manner; R, B or N for on the record or not;
        {posts.length > 0 && ' a digit for the post of the speaker;'} minus to clear
      </legend>
      <ChoiceAxis name="Attribution">
        {manners.map((id) => (
          <KeyChoice
            key={id}
            sign={mannerKeys[id].toUpperCase()}
            wording={mannerNames[id]}
            meaning={mannerMeanings[id]}
            isOn={manner === id}
            onPress={(isByKey) => take({ manner: manner === id ? null : id, basis }, isByKey)}
          />
        ))}
      </ChoiceAxis>
      <ChoiceAxis name="On the record?">
        {bases.map((id) => (
          <KeyChoice
            key={id}
            sign={basisKeys[id].toUpperCase()}
            wording={capital(basisNames[id])}
            meaning={basisMeanings[id]}
            isOn={basis === id}
            onPress={(isByKey) => take({ manner, basis: basis === id ? null : id }, isByKey)}
          />
        ))}
      </ChoiceAxis>
      {posts.length > 0 && <PostAxis posts={posts} post={post} onTake={takePost} />}
      <ChoiceFoot onClear={() => take({ manner: null, basis: null }, false)} onDone={onDone} />
    </fieldset>
  );
};
