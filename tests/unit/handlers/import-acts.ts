/** The acts of importing, with what each is to undo. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditName } from '#domain/contract/requests.ts';
import { type ActedArchive, importRetold, retoldText } from '../../support/archives/acted-archive.ts';
import { succeed } from '../../support/workbench/results.ts';
import { type NoStep, step, type UndoableAct } from './undoable-act.ts';

const importFile = async ({ bench, handlers }: ActedArchive, round: number) => {
  await writeFile(join(bench.archive.folder, '..', 'retold.txt'), `A text of round ${round}.`);
  const chosen = succeed(await handlers['import:choose']({}));
  if (chosen.kind !== 'draft') throw new Error('one file came back as a report');
  const { draftId, body, bibliography } = chosen.draft;
  return handlers['import:seal']({ draftId, body, bibliography, marking: null });
};

const importTwo = async ({ bench, handlers }: ActedArchive, round: number) => {
  const paths = ['one', 'two'].map((name) => join(bench.archive.folder, '..', `${name}.txt`));
  for (const path of paths) await writeFile(path, `${path}, round ${round}.`);
  const chosen = succeed(await handlers['import:drop']({ paths }));
  if (chosen.kind !== 'files') throw new Error('two files came back as a draft');
  const { draftId } = chosen.files;
  return handlers['import:take-files']({ draftId, onKnown: 'skip', hasAttachments: false, takesMarks: true });
};

const takeExport = async ({ bench, handlers }: ActedArchive, round: number) => {
  const clipping = `Book ${round} (Marrow)\n- Your Highlight on page 1 | Added on Monday\n\nWords of round ${round}.`;
  await writeFile(join(bench.archive.folder, '..', 'clippings.txt'), `${clipping}\n==========\n`);
  const { draftId } = succeed(await handlers['import:choose-export']({ tool: 'kindle' }));
  return handlers['import:take-brought']({ draftId, label: 'context' });
};

export const importActsAndUndo = {
  'import:choose': 'nothing is sealed yet',
  'import:choose-folder': 'nothing is sealed yet',
  'import:drop': 'nothing is sealed yet',
  'import:take-files': [step('import-articles', importTwo)],
  'import:discard-files': 'nothing is sealed yet',
  'import:handed': 'nothing is sealed yet',
  'import:clipboard': 'nothing is sealed yet',
  'import:new-version': 'nothing is sealed yet',
  'import:reread': 'nothing is sealed yet',
  'import:read-marks': 'nothing is sealed yet',
  'import:take-marks': 'takes marks of a PDF: see marks-of-pdf.test.ts',
  'import:unlock': 'nothing is sealed yet',
  'import:set-encoding': 'nothing is sealed yet',
  'import:detach': 'nothing is sealed yet',
  'import:read-scanned': 'nothing is sealed yet',
  'import:cancel': 'nothing is sealed yet',
  'import:seal': [
    step('import-article', importFile),
    step('import-new-version', async (scene, round) => ({
      ok: true,
      value: await importRetold(scene, scene.articleId, `${retoldText}\nRound ${round}.`),
    })),
  ],
  'import:discard': 'nothing is sealed yet',
  'import:choose-export': 'nothing is sealed yet',
  'import:take-brought': [step('import-brought', takeExport)],
  'import:discard-brought': 'nothing is sealed yet',
} as const satisfies {
  readonly [N in Extract<EditName, `import:${string}`>]: NoStep | readonly UndoableAct[];
};
