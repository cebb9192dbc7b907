import { type ReactNode, useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { safeFileName } from '#domain/memo/export-file-name.ts';
import type { Result } from '#domain/result.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { ExportFile } from './ExportFile.tsx';
import styles from './export-dialog.module.css';
import { MadeFileDialog } from './MadeFileDialog.tsx';
import { useExport } from './use-export.ts';

type Made = { readonly fileName: string; readonly bytes: number };

export type ExportDialogProps<Format extends string, File extends Made> = {
  readonly title: string;
  /** In the order in which they are offered; the ending of a file is the name of its format where none is given. */
  readonly formats: readonly Format[];
  readonly table: Readonly<
    Record<Format, { readonly name: string; readonly says: string; readonly ending?: string }>
  >;
  /** The name of the file before another is typed, without its ending. */
  readonly name: string;
  readonly make: (asked: { fileName: string; replaces: boolean }) => Promise<Result<File, AppError>>;
  readonly cancel: () => void;
  /** What the file that was made holds: the title says the first, all are facts of the file. */
  readonly holds: (file: File) => readonly [string, ...string[]];
  readonly onDrag: () => void;
  readonly onReveal: () => void;
  readonly onClose: () => void;
  /** What else there is to choose, beside the formats. */
  readonly children?: ReactNode;
  /** What is to be known before the file is made, by the format, and why the last one was not made. */
  readonly note?: (now: { readonly format: Format; readonly error: AppError | null }) => ReactNode;
  /** Whether the note answers an error, which is then not told beside the name. */
  readonly isAnswered?: (error: AppError) => boolean;
  /** What is to be known of the file that was made. */
  readonly tells?: (file: File) => ReactNode;
};

const printSize = (bytes: number): string => `${Math.ceil(bytes / 1024).toLocaleString('en-GB')} KB`;

/** From what is shown to a file for other programs: in which format, under which name, and what became of it. */
export const ExportDialog = <Format extends string, File extends Made>(
  props: ExportDialogProps<Format, File>,
) => {
  const { title, formats, table, holds, onClose, children } = props;
  const [format, setFormat] = useState(formats[0] as Format);
  const [typedName, setTypedName] = useState<string | null>(null);
  const exporting = useExport(props.make, props.cancel);
  const name = typedName ?? props.name;
  const ending = table[format].ending ?? format;
  const exportAs = (typed: string, replaces: boolean): void => {
    const fileName = safeFileName(typed, ending);
    if (fileName !== '' && !exporting.isUnderWay) void exporting.begin({ fileName, replaces });
  };
  if (exporting.file !== null) {
    const held = holds(exporting.file);
    return (
      <MadeFileDialog
        title={`${held[0]} exported`}
        fileName={exporting.file.fileName}
        facts={[...held, printSize(exporting.file.bytes)].join(', ')}
        onDrag={props.onDrag}
        onReveal={props.onReveal}
        onClose={onClose}
      >
        {props.tells?.(exporting.file)}
      </MadeFileDialog>
    );
  }
  const { error } = exporting;
  const isAnswered = error !== null && props.isAnswered?.(error) === true;
  const formatChoice = (
    <RadioGroup
      label="Format"
      options={formats.map((id) => ({ id, name: table[id].name, detail: table[id].says }))}
      value={format}
      onChange={setFormat}
    />
  );
  return (
    <Dialog
      title={title}
      isMedium
      isOpen
      onClose={onClose}
      onSubmit={() => exportAs(name, false)}
      actions={
        <>
          {exporting.isSlow && <span role="status">Making the file…</span>}
          <Button onPress={exporting.isUnderWay ? exporting.cancel : onClose}>Cancel</Button>
          <Button type="submit" variant="primary" autoFocus>
            Export {table[format].name}
          </Button>
        </>
      }
    >
      {children === undefined ? (
        <div className={styles.format}>{formatChoice}</div>
      ) : (
        <div className={styles.choice}>
          {formatChoice}
          <div>{children}</div>
        </div>
      )}
      {props.note?.({ format, error })}
      <div className={styles.file}>
        <ExportFile
          name={name}
          extension={ending}
          error={isAnswered ? null : error}
          onName={setTypedName}
          onExport={exportAs}
        />
      </div>
    </Dialog>
  );
};
