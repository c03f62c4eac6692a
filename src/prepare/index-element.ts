import { escapeAttribute } from '../xml/escape.ts';

/** An element of the index as XML; `content` is XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): string {
  let tag = `<i:${name}`;
  for (const key of Object.keys(attributes)) tag += ` ${key}="${escapeAttribute(String(attributes[key]))}"`;
  return content === '' ? `${tag}/>` : `${tag}>${content}</i:${name}>`;
}
