/** Content controls of Word that may not be edited (ISO/IEC 29500-1, 17.5.2): what a reviewer is not to change. */
import { FileChild, type Paragraph, XmlAttributeComponent, XmlComponent } from 'docx';

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
  constructor(name: 'w:sdtPr' | 'w:sdtContent', parts: readonly XmlComponent[]) {
    super(name);
    this.root.push(...parts);
  }
}

/** Paragraphs whose content can't be edited, nor the control be taken away. */
export class LockedBlock extends FileChild {
  readonly paragraphs: readonly Paragraph[];

  constructor(paragraphs: readonly Paragraph[]) {
    super('w:sdt');
    this.paragraphs = paragraphs;
    const settings = [new Setting('w:alias', 'Quotation'), new Setting('w:lock', 'sdtContentLocked')];
    this.root.push(new Group('w:sdtPr', settings), new Group('w:sdtContent', paragraphs));
  }
}
