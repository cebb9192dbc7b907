import { useState } from 'react';
import type { ExportedFile } from '#domain/contract/memo.ts';
import { memoCopyEmail, memoDrag, memoReveal } from '#domain/contract/memo-export.ts';
import type { ExportParts } from '#domain/memo/export/export-parts.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { type MemoFormat, memoFormatTable } from '#domain/memo/memo-format.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { MadeFile } from '#renderer/parts/export/MadeFile.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import styles from './export.module.css';

export type ExportDoneProps = {
  readonly memo: Pick<Memo, 'id' | 'state'>;
  readonly file: ExportedFile;
  readonly format: MemoFormat;
  readonly parts: ExportParts;
  readonly onClose: () => void;
};

const factsOf = ({ pages, bytes }: ExportedFile, format: MemoFormat): string =>
  [
    memoFormatTable[format].name,
    ...(pages === null ? [] : [printCount(pages, 'page')]),
    `${Math.ceil(bytes / 1024)} KB`,
  ].join(', ');

/** The exported file: shown in its folder, dragged to its destination, or its bottom line copied as an e-mail. */
export const ExportDone = ({ memo, file, format, parts, onClose }: ExportDoneProps) => {
  const [isCopied, setIsCopied] = useState(false);
  const memoId = memo.id;
  const copy = async (): Promise<void> => {
    const answer = await act(memoCopyEmail, { memoId, parts });
    setIsCopied(answer.ok);
  };
  return (
    <Dialog
      title={`${memoFormatTable[format].name} saved`}
      isMedium
      isOpen
      onClose={onClose}
      actions={
        <>
          {!isSent(memo) && (
            <>
              <p className={styles.doneHint}>
                This file is a draft. “Mark as sent” makes the final file and records the recipients.
              </p>
              <Button
                onPress={() => {
                  onClose();
                  runCommand('memo.send');
                }}
              >
                Mark as sent…
              </Button>
            </>
          )}
          <Button variant="primary" autoFocus onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <MadeFile
        fileName={file.fileName}
        facts={factsOf(file, format)}
        onDrag={() => void act(memoDrag, { memoId })}
        onReveal={() => void act(memoReveal, { memoId })}
        said={isCopied ? 'Copied. The first line is the subject.' : null}
      >
        <Button onPress={() => void copy()}>Copy as e-mail</Button>
      </MadeFile>
      {file.ownStyles !== undefined && (
        <p className={styles.doneHint}>
          The Word template has no style for: {file.ownStyles.join(', ')}. Precis added its own; you can
          choose others in the form.
        </p>
      )}
    </Dialog>
  );
};
