import { type Addresses, type Part, plainId } from './addresses.ts';
import { unlink } from './make-valid.ts';
import { walk } from './xhtml.ts';

/** Makes the links, images and ids of every part those of the book; a link that leads nowhere becomes plain text, an image that the book does not hold its description. */
export function settleLinks(parts: readonly Part[], addresses: Addresses): void {
  for (const part of parts) {
    for (const node of walk(part.body)) {
      const { attributes } = node;
      const href = attributes.get('href');
      if (node.name === 'a') {
        const link = href === undefined ? undefined : addresses.linkFrom(part, href);
        if (link === undefined) unlink(node);
        else attributes.set('href', link);
      }
      if (node.name === 'img') {
        const source = addresses.imageFrom(part, attributes.get('src') ?? '');
        if (source !== undefined) attributes.set('src', source);
        else {
          node.name = 'span';
          const alternative = attributes.get('alt') ?? '';
          for (const name of ['src', 'alt']) attributes.delete(name);
          // The description stands beside it already where it is the figure's own.
          if (alternative !== '') attributes.set('title', alternative);
        }
      }
    }
    for (const { attributes } of walk(part.body)) {
      const id = attributes.get('id');
      if (id !== undefined) attributes.set('id', plainId(id));
      // Headings name their sections by themselves.
      attributes.delete('aria-labelledby');
    }
  }
}
