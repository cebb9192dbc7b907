import { useState } from 'react';
import { printBytes } from '#domain/backup/print-amount.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import {
  formAssignStyle,
  formChooseWordTemplate,
  formRemoveWordTemplate,
  formWordTemplate,
  type OfferedStyle,
  type WordTemplateView,
} from '#domain/contract/form.ts';
import type { FormId } from '#domain/ids.ts';
import type { StyleLook, TemplateRemark } from '#domain/memo/form/word/house-template.ts';
import { type WordPartName, wordPartNames, wordParts } from '#domain/memo/form/word/word-parts.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { ErrorLine } from '#renderer/parts/ErrorLine.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { FileField } from './FileField.tsx';
import table from './form-table.module.css';
import styles from './word-template.module.css';

const remarkWords: Readonly<Record<TemplateRemark, string>> = {
  'attached-template': 'The template that this file is based on is not used.',
  fields: 'Fields that read something outside the memo are kept as plain text.',
  objects: 'Embedded objects and charts are left out.',
  pictures: 'Some pictures can’t be used and are left out.',
  columns: 'The memo is set in one column.',
  text: 'The text of the template is left out. To keep it, write {{memo}} where the memo goes.',
};

/** Style ids never begin with a space. */
const AUTOMATIC = ' automatic';
const OWN = ' own';

const firstName = ({ name }: OfferedStyle): string => name.split(',')[0] ?? name;

/** Its look on paper; very large sizes are limited to that of a heading. */
const asLook = ({ font, size, colour, isBold, isItalic, align }: StyleLook) => ({
  fontFamily: font === null ? 'serif' : `"${font.replaceAll('"', '')}", serif`,
  fontSize: `${Math.min(18, Math.max(8, size ?? 11))}pt`,
  color: colour === null ? '#000' : `#${colour}`,
  fontWeight: isBold ? 700 : 400,
  fontStyle: isItalic ? 'italic' : 'normal',
  textAlign: align,
});

const Preview = ({
  style,
  part,
}: {
  readonly style: OfferedStyle | undefined;
  readonly part: WordPartName;
}) => (
  <div className={styles.paper} aria-hidden>
    {style === undefined ? (
      <span className={styles.added}>Added by Precis</span>
    ) : (
      <div style={asLook(style.look)}>{wordParts[part].name}</div>
    )}
  </div>
);

type RowProps = {
  readonly formId: FormId;
  readonly part: WordPartName;
  readonly template: WordTemplateView;
};

const PartRow = ({ formId, part, template }: RowProps) => {
  const { name, kind } = wordParts[part];
  const offered = template.styles.filter((style) => style.kind === kind);
  const id = template.assigned[part];
  const style = offered.find((each) => each.id === id);
  const isChosen = template.chosen.includes(part);
  const guess = style === undefined ? 'added by Precis' : firstName(style);
  const options = [
    { id: AUTOMATIC, name: isChosen ? 'Automatic' : `Automatic: ${guess}` },
    { id: OWN, name: 'Added by Precis' },
    ...offered.map((each) => ({ id: each.id, name: firstName(each) })),
  ];
  const assign = (choice: string): void => {
    const chosen = choice === AUTOMATIC ? {} : { style: choice === OWN ? null : choice };
    void act(formAssignStyle, { formId, part, ...chosen });
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Select
          label={`Style for ${name}`}
          isLabelHidden
          options={options}
          value={isChosen ? (id ?? OWN) : AUTOMATIC}
          onChange={assign}
        />
      </td>
      <td>
        <Preview style={style} part={part} />
      </td>
    </tr>
  );
};

const StyleTable = ({ formId, template }: Omit<RowProps, 'part'>) => (
  <table className={joinClasses(table.table, styles.parts)}>
    <caption className="visually-hidden">Styles of the parts of a memo</caption>
    <thead>
      <tr>
        <th scope="col">Part</th>
        <th scope="col">Style</th>
        <th scope="col">Preview</th>
      </tr>
    </thead>
    <tbody>
      {wordPartNames.map((part) => (
        <PartRow key={part} formId={formId} part={part} template={template} />
      ))}
    </tbody>
  </table>
);

const Chosen = ({ formId, template }: Omit<RowProps, 'part'>) => {
  const { fileName, bytes, remarks, assigned } = template;
  const lacking = wordPartNames.filter((part) => assigned[part] === null).length;
  return (
    <>
      <p className={styles.name}>
        {fileName} <span className={styles.hint}>{printBytes(bytes)}</span>
      </p>
      {remarks.length > 0 && (
        <ul className={styles.remarks} aria-label="What is not used of the template">
          {remarks.map((remark) => (
            <li key={remark}>{remarkWords[remark]}</li>
          ))}
        </ul>
      )}
      {lacking > 0 && (
        <p className={styles.hint}>
          The template has no style for {printCount(lacking, 'part')}. Precis adds a style for each, in the
          font of the template.
        </p>
      )}
      <details className={styles.details}>
        <summary>Styles</summary>
        <StyleTable formId={formId} template={template} />
      </details>
    </>
  );
};

/** The Word template of a form: chosen from a file, with the styles for the parts of a memo, or none. */
export const WordTemplateField = ({ formId }: { readonly formId: FormId }) => {
  const { data, error } = useQuery(formWordTemplate, { formId }, { keepsPrevious: true });
  const [failure, setFailure] = useState<AppError | null>(null);
  const [isReading, setIsReading] = useState(false);
  const choose = async (): Promise<void> => {
    setIsReading(true);
    const chosen = await act(formChooseWordTemplate, { formId }, { saysFailure: true });
    setIsReading(false);
    setFailure(chosen.ok || chosen.error.code === 'cancelled' ? null : chosen.error);
  };
  const remove = async (): Promise<void> => {
    setFailure(null);
    await act(formRemoveWordTemplate, { formId });
  };
  const has = error !== undefined || (data !== undefined && data !== null);
  return (
    <FileField
      legend="Word template"
      hint="A .docx or .dotx file without macros, up to 4 MB. Its styles, page, header and footer are used when a memo is exported to Word."
      failure={failure}
      acts={
        <>
          <Button isDisabled={isReading} onPress={() => void choose()}>
            {has ? 'Choose another template…' : 'Choose a Word template…'}
          </Button>
          {has && <Button onPress={() => void remove()}>Remove the template</Button>}
        </>
      }
    >
      {data !== undefined && data !== null && <Chosen formId={formId} template={data} />}
      {error !== undefined && <ErrorLine error={error} />}
    </FileField>
  );
};
