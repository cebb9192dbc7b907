import type { TagRow } from '#domain/contract/tag.ts';
import styles from './tag.module.css';

const names = { useWhen: 'Use when', notWhen: 'Not when', example: 'Example' } as const;

/** What the codebook says of a tag, without what it leaves open. */
export const definitionLines = ({
  definition,
}: Pick<TagRow, 'definition'>): readonly { readonly name: string; readonly text: string }[] =>
  (['useWhen', 'notWhen', 'example'] as const)
    .map((field) => ({ name: names[field], text: definition[field].trim() }))
    .filter(({ text }) => text !== '');

/** The definition of a tag while it is chosen. */
export const TagMeaning = ({ lines }: { readonly lines: ReturnType<typeof definitionLines> }) => (
  <dl className={styles.meaning}>
    {lines.map(({ name, text }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd dir="auto">{text}</dd>
      </div>
    ))}
  </dl>
);
