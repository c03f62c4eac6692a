import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Site } from './site.ts';

const shown = 30;

/** What a served page carries beside its own: the list of what was found wrong, and the script that loads the page anew. It is never written to disk. */
export function overlay(site: Site): string {
  const script = `<script>new EventSource('/_variorum/changes').onmessage = function (e) { if (e.data !== '${site.version}') location.reload(); };</script>`;
  const { diagnostics } = site;
  if (diagnostics.length === 0) return script;
  const errors = diagnostics.filter((each) => each.severity === 'error').length;
  const more =
    diagnostics.length > shown ? `<li>… and ${diagnostics.length - shown} more: variorum validate</li>` : '';
  const stale = site.isStale ? '<p>These pages are from before the faults.</p>' : '';
  const count = errors > 0 ? `${errors} error${errors === 1 ? '' : 's'}` : `${diagnostics.length} found`;
  const items = diagnostics.slice(0, shown).map(item).join('');
  return `<style>${style}</style><details id="variorum-found" class="${errors > 0 ? 'is-error' : ''}"${errors > 0 ? ' open' : ''}><summary>${count}</summary>${stale}<ol>${items}${more}</ol></details>${script}`;
}

function item({ severity, message, help, place, code }: Diagnostic): string {
  const where = `${place.path}:${place.line}:${place.column}`;
  const way = help === undefined ? '' : ` <em>${escaped(help)}</em>`;
  return `<li><code>${escaped(where)}</code> <b>${severity}</b> ${escaped(message)}${way} <small>${escaped(code)}</small></li>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const style = `#variorum-found{position:fixed;inset:auto 1rem 1rem auto;max-width:min(44rem,calc(100vw - 2rem));max-height:60vh;overflow:auto;z-index:1000;font:14px/1.45 system-ui,sans-serif;background:#fffbe8;color:#222;border:1px solid #b90;border-radius:6px;padding:.5rem .8rem;box-shadow:0 2px 12px #0004}#variorum-found.is-error{background:#fff0ee;border-color:#b31b1b}#variorum-found summary{cursor:pointer;font-weight:600}#variorum-found ol{margin:.5rem 0 0;padding-left:1.4rem}#variorum-found li{margin:.3rem 0;overflow-wrap:anywhere}`;
