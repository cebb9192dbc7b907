import { Fragment } from 'react';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { type Passage, regionOf } from '#domain/passage/passage.ts';
import { indexText } from '#domain/text/text-index.ts';
import styles from './preview.module.css';

type PassageInTextProps = { readonly open: OpenArticle; readonly passage: Passage };

/** The paragraphs that the passage stands in, with its words marked: all parts of an interrupted one. */
export const PassageInText = ({ open, passage }: PassageInTextProps) => {
  // Its card shows it, and the text around a picture says nothing of a region.
  if (regionOf(passage) !== null) return null;
  const text = canonicalText(open.body);
  const { ranges } = anchorPassage(indexText(text), passage.selectors);
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined)
    return <p className={styles.paragraph}>These words no longer stand in the text.</p>;
  const spans = textBlockSpans(open.body);
  const start = spans.findLast((span) => span.start <= first.start)?.start ?? first.start;
  const end = spans.find((span) => span.end >= last.end)?.end ?? last.end;
  return (
    <p
      className={styles.paragraph}
      data-label={passage.label}
      lang={open.article.bibliography.language ?? undefined}
      dir="auto"
    >
      {ranges.map((range, index) => (
        <Fragment key={range.start}>
          {text.slice(ranges[index - 1]?.end ?? start, range.start)}
          <mark>{text.slice(range.start, range.end)}</mark>
        </Fragment>
      ))}
      {text.slice(last.end, end)}
    </p>
  );
};
