/** Puts an instance's parameters into an expression of its abstract pattern: `$name` by text, the longest name first (ISO/IEC 19757-3, 5.4.10). */
export function fillParameters(expression: string, parameters: ReadonlyMap<string, string>): string {
  if (parameters.size === 0) return expression;
  return expression.replace(/\$([\p{L}_][\p{L}\p{N}_.-]*)/gu, (whole, name: string) => {
    for (let end = name.length; end > 0; end--) {
      const value = parameters.get(name.slice(0, end));
      if (value !== undefined) return value + name.slice(end);
    }
    return whole;
  });
}
