/** The first sentence, or so much of it as a line holds. */
export function briefly(documentation: string): string {
  const text = /^.*?[.!?](?=\s|$)/s.exec(documentation)?.[0] ?? documentation;
  return text.length <= 160 ? text : `${text.slice(0, 157).replace(/\s+\S*$/, '')}…`;
}
