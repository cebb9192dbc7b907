/**
 * Content controls of Word that may not be edited (ISO/IEC 29500-1, 17.5.2), around the parts that a reviewer must not
 * change.
 */
import { FileChild, type Paragraph, type ParagraphChild, XmlAttributeComponent, XmlComponent } from 'docx';

class Value extends XmlAttributeComponent<{ readonly value: string }> {
  protected override readonly xmlKeys = { value: 'w:val' };
}

class Setting extends XmlComponent {
  constructor(name: 'w:alias' | 'w:lock', value: string) {
    super(name);
    this.root.push(new Value({ value }));
  }
}

class Group extends XmlComponent {
  constructor(name: 'w:sdtPr' | 'w:sdtContent', parts: readonly Part[]) {
    super(name);
    this.root.push(...(parts as readonly XmlComponent[]));
  }
}

type Part = XmlComponent | ParagraphChild;

/** The name of the control as word processors show it, and the locks on the control and its content. */
const controlOf = (alias: string, parts: readonly Part[]): readonly Group[] => [
  new Group('w:sdtPr', [new Setting('w:alias', alias), new Setting('w:lock', 'sdtContentLocked')]),
  new Group('w:sdtContent', parts),
];

/** Paragraphs that can't be edited. */
export class LockedBlock extends FileChild {
  readonly paragraphs: readonly Paragraph[];

  constructor(alias: string, paragraphs: readonly Paragraph[]) {
    super('w:sdt');
    this.paragraphs = paragraphs;
    this.root.push(...controlOf(alias, paragraphs));
  }
}

class LockedRuns extends XmlComponent {
  constructor(alias: string, runs: readonly ParagraphChild[]) {
    super('w:sdt');
    this.root.push(...controlOf(alias, runs));
  }
}

/** Runs of a paragraph that can't be edited, in the form of an ordinary child of a paragraph. */
export const lockRuns = (alias: string, runs: readonly ParagraphChild[]): ParagraphChild => {
  const locked: XmlComponent = new LockedRuns(alias, runs);
  return locked as ParagraphChild;
};
