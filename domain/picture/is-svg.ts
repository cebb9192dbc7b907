/** Before its root element stands what XML may have there. */
const svgStart = /^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>|\s)*<svg[\s>]/u;

/** Whether a text is an SVG by its beginning, whatever its file is called. */
export const isSvg = (text: string): boolean => svgStart.test(text);
