import { describe, expect, it, vi } from 'vitest';
import { contextMenuItems } from '#electron/app/window/context-menu.ts';

vi.mock('electron', () => ({ Menu: {} }));

const editFlags = {
  canUndo: true,
  canRedo: true,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: true,
};
const written = {
  isEditable: true,
  selectionText: '',
  editFlags,
  misspelledWord: '',
  dictionarySuggestions: [],
};
const acts = { replace: vi.fn(), keepWord: vi.fn() };
const names = (asked: Parameters<typeof contextMenuItems>[0]) =>
  contextMenuItems(asked, acts).flatMap(({ label, role }) => label ?? role ?? []);

describe('the menu at the pointer', () => {
  it('says what a misspelt word may be, and offers to keep it', () => {
    const asked = { ...written, misspelledWord: 'recieve', dictionarySuggestions: ['receive', 'relieve'] };
    expect(names(asked)).toEqual([
      'receive',
      'relieve',
      'Add “recieve” to my words',
      'cut',
      'copy',
      'paste',
      'selectAll',
    ]);
    const items = contextMenuItems(asked, acts);
    for (const label of ['relieve', 'Add “recieve” to my words']) {
      const click = items.find((item) => item.label === label)?.click as (() => void) | undefined;
      click?.();
    }
    expect(acts.replace).toHaveBeenCalledWith('relieve');
    expect(acts.keepWord).toHaveBeenCalledWith('recieve');
  });

  it('says where nothing is like it', () => {
    expect(names({ ...written, misspelledWord: 'zorblat' })[0]).toBe('No suggestions');
  });

  it('cuts and pastes in a right word, copies where nothing can be written, and is not there over nothing', () => {
    expect(names(written)).toEqual(['cut', 'copy', 'paste', 'selectAll']);
    expect(names({ ...written, isEditable: false, selectionText: 'two days' })).toEqual([
      'copy',
      'selectAll',
    ]);
    expect(names({ ...written, isEditable: false })).toEqual([]);
  });
});
