import { Folder } from 'lucide-react';
import { useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { GONE_OUT, sayMade } from '#renderer/window/notices.ts';
import styles from './export-file.module.css';

export type ExportFileProps = {
  /** Without its ending. */
  readonly name: string;
  /** The ending; null where what is exported is no file, so that there is nothing to be named. */
  readonly extension: string | null;
  /** Why the last export made no file. */
  readonly error: AppError | null;
  readonly onName: (name: string) => void;
  readonly onExport: (name: string, replaces: boolean) => void;
};

/** A name beside one that is taken: "Report" is followed by "Report (2)", that by "Report (3)". */
const nextName = (name: string): string => {
  const counted = /^(.*) \((\d+)\)$/u.exec(name);
  return counted === null ? `${name} (2)` : `${counted[1]} (${Number(counted[2]) + 1})`;
};

type Place = { readonly folder: string; readonly choose: () => Promise<void> };

/** The folder that memos are exported to, and a way to another one. */
const useExportPlace = (): Place => {
  const answer = useQueryOnce('memo:export-place', {});
  const [chosen, setChosen] = useState<string | null>(null);
  return {
    folder: chosen ?? (answer?.ok === true ? answer.value.folder : ''),
    choose: async () => {
      const place = await act('memo:choose-export-folder', {});
      if (place.ok) setChosen(place.value.folder);
    },
  };
};

type ExportFailureProps = {
  readonly error: AppError | null;
  readonly onReplace: () => void;
  readonly onKeepBoth: () => void;
};

/** Why there is no file, and what can be done where one is in its place. */
const ExportFailure = ({ error, onReplace, onKeepBoth }: ExportFailureProps) => {
  if (error === null) return null;
  const { title, text } = errorWords(error);
  return (
    <div className={styles.failure} role="alert">
      <p>
        <strong>{title}</strong> {text}
      </p>
      {error.code === 'file-exists' && (
        <>
          <Button isSmall onPress={onReplace}>
            Replace
          </Button>
          <Button isSmall onPress={onKeepBoth}>
            Keep both
          </Button>
        </>
      )}
    </div>
  );
};

/** The last two names of a path, which tell a folder apart. */
const printFolder = (path: string): string => path.split(/[\\/]/).filter(Boolean).slice(-2).join(' / ');

type FileNameProps = {
  /** Without its ending. */
  readonly name: string;
  readonly extension: string;
  readonly place: Place;
  readonly onName: (name: string) => void;
};

/** The folder that files go to, as a button that chooses another. */
const FolderButton = ({ folder, choose }: Place) => (
  <span title={folder}>
    <Button onPress={() => void choose()}>
      <Folder size={14} strokeWidth={1.6} aria-hidden />
      <span>
        <span className="visually-hidden">Folder: </span>
        {printFolder(folder)}
      </span>
    </Button>
  </span>
);

/** A file whose name is settled, with where it goes. */
export const FileAndFolder = ({ fileName }: { readonly fileName: string }) => (
  <div className={styles.settled}>
    <span className={styles.fileName}>{fileName}</span>
    <FolderButton {...useExportPlace()} />
  </div>
);

/** Says that such a file of the memo was made, and in which folder; a press shows it there. */
export const sayFileMade = async (title: string, fileName: string, memoId: MemoId): Promise<void> => {
  const place = await act('memo:export-place', {});
  const folder = place.ok ? ` in ${printFolder(place.value.folder)}` : '';
  const run = (): void => void act('memo:reveal', { memoId });
  sayMade(title, `${fileName}${folder}`, { name: 'Show in folder', run }, GONE_OUT);
};

/** How the file is named and where it goes. */
const FileName = ({ name, extension, place, onName }: FileNameProps) => (
  <div className={styles.file}>
    <TextField label="File name" value={name} maxLength={240} onChange={onName} />
    <span className={styles.ending} aria-hidden>
      .{extension}
    </span>
    <FolderButton {...place} />
  </div>
);

/** The foot of a dialog of export: how the file is named and where it goes, and why it could not be made so. */
export const ExportFile = ({ name, extension, error, onName, onExport }: ExportFileProps) => {
  const place = useExportPlace();
  const keepBoth = (): void => {
    onName(nextName(name));
    onExport(nextName(name), false);
  };
  return (
    <>
      <ExportFailure error={error} onReplace={() => onExport(name, true)} onKeepBoth={keepBoth} />
      {extension !== null && <FileName name={name} extension={extension} place={place} onName={onName} />}
    </>
  );
};
