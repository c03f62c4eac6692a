/** xspattern 3.1.0 leaves its types out of its `exports`. */
declare module 'xspattern' {
  export function compile(
    pattern: string,
    options?: { language: 'xsd' | 'xpath' },
  ): (text: string) => boolean;
}
