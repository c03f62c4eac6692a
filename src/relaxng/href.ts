/** Resolves a reference against the path or URL of the file that it stands in; both use `/`. */
export function resolveHref(href: string, base: string): string {
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(href)) return href;
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(base)) {
    try {
      return new URL(href, base).href;
    } catch {
      return href;
    }
  }
  const [path = ''] = href.split(/[?#]/, 1);
  const target = unescaped(path);
  if (target === '') return base;
  const isAbsolute = target.startsWith('/');
  const steps = isAbsolute ? [] : base.split('/').slice(0, -1);
  const targets = target.split('/');
  for (const [index, step] of targets.entries()) {
    const isLast = index === targets.length - 1;
    if ((step === '.' && !isLast) || (step === '' && !isLast && !(isAbsolute && index === 0))) continue;
    const last = steps.at(-1);
    if (step === '..' && last !== undefined && last !== '..' && last !== '') steps.pop();
    else steps.push(step === '.' ? '' : step);
  }
  return steps.join('/');
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
