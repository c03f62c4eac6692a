import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { overlay } from './overlay.ts';
import type { Site } from './site.ts';

const mediaTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
};

/** A running server; `announce` tells open pages to load themselves anew. */
export interface RunningServer {
  readonly url: string;
  announce(): void;
  close(): Promise<void>;
}

/** Serves a site to this machine alone, each page with what was found wrong, and reloads it when told. */
export async function startServer(site: Site, port: number): Promise<RunningServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (!isLocal(request)) return refuse(response, 403, 'This server answers this machine alone.');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only GET and HEAD.');
    const path = pathOf(request);
    if (path === undefined) return refuse(response, 400, 'That address cannot be read.');
    if (path === '/_variorum/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`data: ${site.version}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    answer(site, path, response);
  });
  await listen(server, port);
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://localhost:${actual}/`,
    announce: () => {
      for (const each of listeners) each.write(`data: ${site.version}\n\n`);
    },
    close: async () => {
      for (const each of listeners) each.end();
      await new Promise((done) => server.close(done));
    },
  };
}

function answer(site: Site, path: string, response: ServerResponse): void {
  const inHtml = path.endsWith('/') ? `html${path}index.html` : `html${path}`;
  const name = site.file(inHtml) === undefined ? path.slice(1) : inHtml;
  const content = site.file(name);
  const type = mediaTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  if (content === undefined) {
    const isEmpty = site.paths().length === 0;
    const words = isEmpty
      ? 'The edition has faults, so there are no pages yet.'
      : `There is no page “${path}”.`;
    send(response, isEmpty ? 200 : 404, mediaTypes.html!, blankPage(words, overlay(site)));
  } else if (type.startsWith('text/html')) send(response, 200, type, withOverlay(String(content), site));
  else send(response, 200, type, content);
}

function withOverlay(page: string, site: Site): string {
  const end = page.lastIndexOf('</body>');
  return end < 0 ? page + overlay(site) : page.slice(0, end) + overlay(site) + page.slice(end);
}

/** Guards against pages elsewhere that reach this server by a name of theirs (DNS rebinding). */
function isLocal(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return ['localhost', '127.0.0.1', '[::1]'].includes(host);
}

function pathOf(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  send(response, status, 'text/plain; charset=utf-8', `${message}\n`);
}

function send(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}

function blankPage(message: string, more: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Variorum</title></head><body><p>${message
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')}</p>${more}</body></html>`;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
