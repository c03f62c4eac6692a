import type { AttributeUse, CorpusDocument } from '../../corpus/corpus-document.ts';
import { XML } from '../../xml/name.ts';

/** The attributes of a document that hold language tags (TEI P5, teidata.language). */
export function languageAttributes(document: CorpusDocument): AttributeUse[] {
  return [
    ...document.attributes('lang', XML),
    ...document.attributes('ident').filter(({ element }) => element.name.local === 'language'),
    ...document.attributes('mainLang'),
    ...document.attributes('otherLangs'),
    ...document.attributes('targetLang'),
    ...document.attributes('tag').filter(({ element }) => element.name.local === 'langKnown'),
    ...document.attributes('tags').filter(({ element }) => element.name.local === 'langKnowledge'),
  ];
}
