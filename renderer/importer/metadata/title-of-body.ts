import type { FoundMetadata } from '#domain/article/article.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { chooseFound } from './found-value.ts';

/** The title in the text itself: its first-level heading, if it begins with one. */
export const titleOfBody = (body: Body): FoundMetadata => {
  const [first] = body.content;
  const isTitle = first?.type === 'heading' && first.attrs.level === 1;
  return isTitle
    ? chooseFound({ title: [{ raw: canonicalText({ type: 'doc', content: [first] }), foundIn: 'heading' }] })
    : {};
};
