import jsonc from 'jsonc-parser';
import { catalogue, diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type Place, startOf } from '../diagnostics/place.ts';
import type { Config } from './config.ts';
import type { ConfigKey } from './config-key.ts';
import { configKeys } from './keys.ts';
import { pageSizeOf, pointsOf } from './lengths.ts';
import { valueFault } from './value-fault.ts';

type JsonNode = jsonc.Node;

/** Where the keys of a config stand in the text that it was read from. */
const placesIn = new WeakMap<object, (names: readonly (string | number)[]) => Place | undefined>();

/** The place of a key or of a part of its value; the start of the file where it is not written there. */
export const placeInConfig = (config: Config, ...names: readonly (string | number)[]): Place =>
  placesIn.get(config)?.(names) ?? startOf('variorum.json');

/** Points of width and of height that a page must have for its text. */
const leastRoom = 100;

const ruleCodes = Object.entries(catalogue)
  .filter(([, { layer }]) => layer === 'rule')
  .map(([code]) => code);

/** The config of an edition without a `variorum.json`. */
export function defaultConfig(): Config {
  const config: Record<string, unknown> = {};
  for (const { key, default: value } of configKeys) put(config, key, structuredClone(value));
  return config as unknown as Config;
}

/** Reads `variorum.json`: JSON, in which comments and trailing commas are allowed. Every fault is reported at its place and the default stands in. */
export function readConfig(text: string, path: string, report: Report): Config {
  const config = defaultConfig() as unknown as Record<string, unknown>;
  const place = placer(text, path);
  const errors: jsonc.ParseError[] = [];
  const root = jsonc.parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors.slice(0, 1)) {
    const what = jsonc
      .printParseErrorCode(error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase();
    report(diagnostic('config-not-json', place(offset, length), { what }));
  }
  if (root === undefined) return config as unknown as Config;
  if (root.type !== 'object') {
    report(
      diagnostic('config-wrong-type', place(root.offset, root.length), {
        key: 'variorum.json',
        wanted: 'an object',
      }),
    );
    return config as unknown as Config;
  }
  readObject(root, '');
  checkRoom(root);
  placesIn.set(config, (names) => {
    const node = jsonc.findNodeAtLocation(root, [...names]);
    return node === undefined ? undefined : place(node.offset, node.length);
  });
  return config as unknown as Config;

  function readObject(object: JsonNode, prefix: string): void {
    for (const property of object.children ?? []) {
      const [name, value] = property.children ?? [];
      if (name === undefined || value === undefined) continue;
      const path = `${prefix}${name.value}`;
      const key = configKeys.find((each) => each.key === path);
      if (key !== undefined) readValue(key, value);
      else if (configKeys.some((each) => each.key.startsWith(`${path}.`))) {
        if (value.type === 'object') readObject(value, `${path}.`);
        else wrong(path, value, 'an object');
      } else if (path !== '$schema') unknown(path, name, prefix);
    }
  }

  function readValue(key: ConfigKey, node: JsonNode): void {
    const value: unknown = jsonc.getNodeValue(node);
    const fault = valueFault(key, value);
    if (fault !== undefined) {
      const path = [key.key, ...fault.path].join('.');
      const part = jsonc.findNodeAtLocation(node, [...fault.path]) ?? node;
      if (!fault.isUnknownName) wrong(path, part, fault.wanted);
      else {
        const name = part.parent?.children?.[0] ?? part;
        report(
          diagnostic(
            'config-unknown-key',
            place(name.offset, name.length),
            { key: path },
            { help: fault.wanted },
          ),
        );
      }
      return;
    }
    put(config, key.key, value);
    if (key.type === 'severities') readCodes(node);
  }

  /** Margins that leave no room for text. */
  function checkRoom(object: JsonNode): void {
    const print = config.print as Readonly<Record<string, unknown>>;
    const [width, height] = pageSizeOf(print.pageSize)!;
    const margin = (name: string) => pointsOf(print[name])!;
    if (
      width - margin('marginInner') - margin('marginOuter') >= leastRoom &&
      height - margin('marginTop') - margin('marginBottom') >= leastRoom
    )
      return;
    const node = jsonc.findNodeAtLocation(object, ['print']) ?? object;
    wrong('print.pageSize', node, `so large that its margins leave ${leastRoom}pt each way for the text`);
    for (const name of ['pageSize', 'marginInner', 'marginOuter', 'marginTop', 'marginBottom'])
      put(config, `print.${name}`, configKeys.find(({ key }) => key === `print.${name}`)!.default);
  }

  /** A misspelt code would silently set nothing. */
  function readCodes(object: JsonNode): void {
    for (const [name] of (object.children ?? []).map((property) => property.children ?? [])) {
      const code = String(name?.value);
      if (name === undefined || ruleCodes.includes(code)) continue;
      const near = didYouMean(code, ruleCodes);
      const help =
        near.length > 0
          ? `Did you mean “${near.join('”, “')}”?`
          : 'The guide to the checks lists every code.';
      const key = `rules.${code}`;
      report(diagnostic('config-unknown-key', place(name.offset, name.length), { key }, { help }));
    }
  }

  function wrong(key: string, node: JsonNode, wanted: string): void {
    report(diagnostic('config-wrong-type', place(node.offset, node.length), { key, wanted }));
  }

  function unknown(path: string, node: JsonNode, prefix: string): void {
    const known = configKeys.filter((each) => each.key.startsWith(prefix)).map((each) => each.key);
    const near = didYouMean(path, known);
    const help =
      near.length > 0 ? `Did you mean “${near.join('”, “')}”?` : `Known keys: ${known.join(', ')}.`;
    report(diagnostic('config-unknown-key', place(node.offset, node.length), { key: path }, { help }));
  }
}

function put(target: Record<string, unknown>, key: string, value: unknown): void {
  const names = key.split('.');
  const last = names.pop()!;
  let at = target;
  for (const name of names) {
    at[name] ??= {};
    at = at[name] as Record<string, unknown>;
  }
  at[last] = value;
}

function placer(text: string, path: string): (offset: number, length: number) => Place {
  const position = (offset: number): [number, number] => {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    return [before.length, before.at(-1)!.length + 1];
  };
  return (offset, length) => {
    const [line, column] = position(offset);
    const [endLine, endColumn] = position(offset + length);
    return { path, line, column, endLine, endColumn };
  };
}
