import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Dialogs } from './dialogs.ts';

const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open-files'), paths: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('open-folder'), path: z.string().nullable() }),
  z.strictObject({ kind: z.literal('ask'), button: z.string() }),
]);
type ScriptedAnswer = z.infer<typeof answerSchema>;
type AnswerTo<D extends ScriptedAnswer['kind']> = Extract<ScriptedAnswer, { kind: D }>;

/**
 * Dialogs without a click, for tests of the real app: a native dialog can't be driven from a page. `path` holds a JSON
 * array of answers, taken from the front, each naming its dialog; each question is appended to `<path>.asked` as a line
 * of JSON. A dialog without an answer is a failure.
 */
export function scriptedDialogs(path: string): Dialogs {
  const answer = <D extends ScriptedAnswer['kind']>(dialog: D, asked: object): AnswerTo<D> => {
    appendFileSync(`${path}.asked`, `${JSON.stringify({ dialog, ...asked })}\n`);
    const [next, ...rest] = z.array(answerSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
    if (next?.kind !== dialog) throw new Error(`no answer is scripted for the dialog ${dialog}`);
    writeFileSync(path, JSON.stringify(rest));
    return next as AnswerTo<D>;
  };
  return {
    openFiles: async (options) => answer('open-files', options).paths,
    openFolder: async (options) => answer('open-folder', options).path,
    async ask(question) {
      const { button } = answer('ask', question);
      const index = question.buttons.indexOf(button);
      if (index === -1) throw new Error(`the dialog has no button "${button}"`);
      return index;
    },
  };
}
