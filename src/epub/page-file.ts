import { element, writeXhtml, type XhtmlElement } from './xhtml.ts';

/** A file of the book's text as XHTML. */
export function pageFile(title: string, language: string, body: XhtmlElement): string {
  const html = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: language,
      'xml:lang': language,
    },
    [
      element('head', {}, [
        element('meta', { charset: 'utf-8' }),
        element('title', {}, [title]),
        element('link', { rel: 'stylesheet', type: 'text/css', href: '../book.css' }),
      ]),
      body,
    ],
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${writeXhtml(html)}\n`;
}
