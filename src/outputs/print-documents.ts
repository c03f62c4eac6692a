import { type Place, startOf } from '../diagnostics/place.ts';
import type { PreparedDocument } from '../prepare/prepared-edition.ts';
import { type PrintOptions, readPrintOptions } from '../print/options.ts';
import type { PrintDocument } from '../print/print-document.ts';
import { readPrintXml } from '../print/read-print-xml.ts';
import type { OutputInput } from './output.ts';
import { reportMessages } from './report-messages.ts';

/** One document of an edition ready to be printed. */
export interface Printable {
  readonly prepared: PreparedDocument;
  readonly document: PrintDocument;
  /** Where an element of the print document stands in the source. */
  placeOf(i: number | undefined): Place;
}

const made = new WeakMap<object, Promise<Printable[]>>();

/** The print documents of an edition; every output of print shares one run of the stylesheet. */
export function printDocuments(input: OutputInput): Promise<Printable[]> {
  let printables = made.get(input.edition);
  if (printables === undefined) {
    printables = transformAll(input);
    made.set(input.edition, printables);
  }
  return printables;
}

async function transformAll({ edition, config, world, transform }: OutputInput): Promise<Printable[]> {
  const stylesheet = config.stylesheets.print ?? 'print';
  const documents = edition.documents.filter((each) => each.kind === 'text');
  return Promise.all(
    documents.map(async (prepared) => {
      const result = await transform({ stylesheet, source: prepared.tei, index: prepared.index });
      reportMessages(prepared, result, world.report);
      return {
        prepared,
        document: readPrintXml(result.principal),
        placeOf: (i) => (i === undefined ? startOf(prepared.path) : prepared.placeOf(i)),
      };
    }),
  );
}

/** The settings of print of an edition. */
export const printOptionsOf = ({ config }: OutputInput): PrintOptions => readPrintOptions(config.print);
