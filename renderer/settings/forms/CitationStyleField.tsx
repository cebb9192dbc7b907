import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { formChooseCitationStyle, formSampleCitations, type SampleCitations } from '#domain/contract/form.ts';
import type { StyledWords } from '#domain/memo/document-run.ts';
import type { CitationKind, CitationStyle } from '#domain/memo/form/citation-style.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { ErrorLine } from '#renderer/parts/ErrorLine.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './citation-style.module.css';
import { FileField } from './FileField.tsx';

const says: Readonly<Record<CitationKind, string>> = {
  number: 'Cites by number, as [1 ¶8]',
  note: 'Cites in footnotes',
  text: 'Cites in the text',
};

const Words = ({ words }: { readonly words: readonly StyledWords[] }) =>
  words.map(({ text, italic, bold, smallCaps }, at) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: words are known by their place alone
      key={at}
      className={[italic && styles.italic, bold && styles.bold, smallCaps && styles.smallCaps]
        .filter(Boolean)
        .join(' ')}
    >
      {text}
    </span>
  ));

const Lines = ({ name, lines }: { readonly name: string; readonly lines: SampleCitations['entries'] }) => (
  <>
    <dt>{name}</dt>
    {lines.map((words, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
      <dd key={at}>
        <Words words={words} />
      </dd>
    ))}
  </>
);

const Sample = ({ style }: { readonly style: CitationStyle }) => {
  const answer = useQueryOnce(formSampleCitations, { style });
  if (answer === null) return <p className={styles.hint}>Laying out a sample…</p>;
  if (!answer.ok) return <ErrorLine error={answer.error} />;
  const { kind, citations, entries } = answer.value;
  return (
    <section className={styles.sample} aria-label="Sample of the citation style">
      <p>{says[kind]}</p>
      <dl>
        {citations.length > 0 && (
          <Lines name={kind === 'note' ? 'Footnotes' : 'Citations'} lines={citations} />
        )}
        <Lines name="Sources" lines={entries} />
      </dl>
    </section>
  );
};

export type CitationStyleFieldProps = {
  readonly style: CitationStyle | undefined;
  readonly onChange: (style: CitationStyle | undefined) => void;
};

/** The citation style of a form: chosen from a file, previewed on a few sources, or none. */
export const CitationStyleField = ({ style, onChange }: CitationStyleFieldProps) => {
  const [failure, setFailure] = useState<AppError | null>(null);
  const choose = async (): Promise<void> => {
    const chosen = await act(formChooseCitationStyle, {}, { saysFailure: true });
    setFailure(chosen.ok || chosen.error.code === 'cancelled' ? null : chosen.error);
    if (chosen.ok) onChange(chosen.value);
  };
  const remove = (): void => {
    setFailure(null);
    onChange(undefined);
  };
  return (
    <FileField
      legend="Citation style"
      hint="A CSL file, up to 256 KB. Without one, sources are cited by number."
      failure={failure}
      acts={
        <>
          <Button onPress={() => void choose()}>
            {style === undefined ? 'Citation style…' : 'Choose another style…'}
          </Button>
          {style !== undefined && <Button onPress={remove}>Remove the style</Button>}
        </>
      }
    >
      {style !== undefined && (
        <>
          <p className={styles.name}>{style.name}</p>
          <Sample style={style} />
        </>
      )}
    </FileField>
  );
};
