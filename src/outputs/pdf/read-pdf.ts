import type { LayoutReport } from '../../print/layout-report.ts';
import { pdfText, squeezed } from '../../print/typst/pdf-text.ts';
import type { Holding } from '../output.ts';
import { readLaidOut } from '../read-laid-out.ts';

/** Which notes and entries of a layout report stand in the PDF's own text. */
export const readPdf = (file: Uint8Array, layout: LayoutReport): Holding =>
  readLaidOut(pdfText(file), layout, (text) => inOneOrder(squeezed(text)));

/** Right-to-left text is painted from the left: both sides are compared without those letters, and without points, which stand on either side. */
const inOneOrder = (text: string): string =>
  text.replace(/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{M}\p{P}\p{Nd}]/gu, '');
