import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ExportFailure } from './ExportFailure.tsx';
import { FileName } from './FileName.tsx';
import { nextName } from './next-name.ts';
import { useExportPlace } from './use-export-place.ts';

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
      {extension !== null && (
        <FileName
          name={name}
          extension={extension}
          folder={place.folder}
          onName={onName}
          onChooseFolder={() => void place.choose()}
        />
      )}
    </>
  );
};
