import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { newFormId } from '../../support/archive/sample-ids.ts';
import { step } from './undoable-act.ts';

const named = (name: string) => ({ ...builtInForms.decision, name });

/** The requests on forms, with what each is to undo. */
export const formActsAndUndo = {
  'form:add': [
    step('add-form', ({ handlers }, round) =>
      handlers['form:add']({ formId: newFormId(), form: named(`Form ${round}`) }),
    ),
  ],
  'form:change': [
    step('change-form', ({ handlers, formId }, round) =>
      handlers['form:change']({ formId, form: named(`Newer form ${round}`), editId: `edit ${round}` }),
    ),
  ],
  'form:delete': [step('delete-form', ({ handlers, formId }) => handlers['form:delete']({ formId }))],
  'form:export': 'this machine only',
  'form:choose-logo': 'this machine only',
  'form:choose-citation-style': 'this machine only',
  'form:choose-word-template': 'takes a Word template: see word-template-handlers.test.ts',
  'form:assign-style': 'takes a Word template: see word-template-handlers.test.ts',
  'form:remove-word-template': 'takes a Word template: see word-template-handlers.test.ts',
  'form:import': 'takes a file as form:add takes a form',
} as const;
