import { type PdfStandard, pdfStandardSchema, pdfStandardTable } from '#domain/memo/export/pdf-standard.ts';
import { changeSettings } from '#renderer/bridge/app-state.ts';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import styles from './choice.module.css';

const options = pdfStandardSchema.options.map((id) => ({ id, name: pdfStandardTable[id].name }));

/** Which standard the PDF claims, kept for the next export, and what is given up by it. */
export const StandardChoice = ({ value }: { readonly value: PdfStandard }) => (
  <div className={styles.standard}>
    <RadioGroup
      label="Standard"
      isRow
      options={options}
      value={value}
      onChange={(pdfStandard) => void changeSettings({ pdfStandard })}
    />
    <p className={styles.detail}>{pdfStandardTable[value].says}</p>
  </div>
);
