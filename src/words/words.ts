import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ru } from './ru.ts';

export type { WordKey, Words } from './en.ts';

/** The languages that the interface speaks. */
const languages: Readonly<Record<string, Words>> = { en, de, fr, ru, es, it };

/** The interface words of a language (BCP 47); English for a language that has no table. */
export function wordsOf(language: string): Words {
  const primary = language.toLowerCase().split('-')[0]!;
  return Object.hasOwn(languages, primary) ? languages[primary]! : en;
}

/** The primary subtags of the languages that have a table. */
export const interfaceLanguages: readonly string[] = Object.keys(languages);
