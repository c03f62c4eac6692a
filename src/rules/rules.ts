import { circularWitnessList } from './apparatus/circular-witness-list.ts';
import { crossingReadings } from './apparatus/crossing-readings.ts';
import { dividedEndPoints } from './apparatus/divided-end-points.ts';
import { emptyEntry } from './apparatus/empty-entry.ts';
import { entryWithoutLemma } from './apparatus/entry-without-lemma.ts';
import { missingEndPoint } from './apparatus/missing-end-point.ts';
import { readingInLacuna } from './apparatus/reading-in-lacuna.ts';
import { reversedEndPoints } from './apparatus/reversed-end-points.ts';
import { undeclaredMethod } from './apparatus/undeclared-method.ts';
import { unknownSiglum } from './apparatus/unknown-siglum.ts';
import { witnessInNoReading } from './apparatus/witness-in-no-reading.ts';
import { witnessInTwoReadings } from './apparatus/witness-in-two-readings.ts';
import { witnessTextUnavailable } from './apparatus/witness-text-unavailable.ts';
import { contradictingDate } from './dates/contradicting-date.ts';
import { invalidDate } from './dates/invalid-date.ts';
import { reversedDates } from './dates/reversed-dates.ts';
import { deletedSpanInText } from './documents/deleted-span-in-text.ts';
import { fragmentDocument } from './documents/fragment-document.ts';
import { notTei } from './documents/not-tei.ts';
import { schemaOnOneMachine } from './documents/schema-on-one-machine.ts';
import { untitledDocument } from './documents/untitled-document.ts';
import { confusableId } from './ids/confusable-id.ts';
import { duplicateId } from './ids/duplicate-id.ts';
import { invalidId } from './ids/invalid-id.ts';
import { includeExplosion } from './inclusions/include-explosion.ts';
import { includeLoop } from './inclusions/include-loop.ts';
import { invalidInclude } from './inclusions/invalid-include.ts';
import { unresolvedInclude } from './inclusions/unresolved-include.ts';
import { invalidLanguageTag } from './languages/invalid-language-tag.ts';
import { undeclaredLanguage } from './languages/undeclared-language.ts';
import { linkOutsideProject } from './links/link-outside-project.ts';
import { unsafeLink } from './links/unsafe-link.ts';
import { callWithoutNote } from './notes/call-without-note.ts';
import { noteWithoutCall } from './notes/note-without-call.ts';
import { noteWithoutResponsibility } from './notes/note-without-responsibility.ts';
import { blankInFileName } from './pointers/blank-in-file-name.ts';
import { danglingPointer } from './pointers/dangling-pointer.ts';
import { emptyPointer } from './pointers/empty-pointer.ts';
import { invalidMatchPattern } from './pointers/invalid-match-pattern.ts';
import { missingFile } from './pointers/missing-file.ts';
import { pointerWithoutFile } from './pointers/pointer-without-file.ts';
import { pointerWithoutHash } from './pointers/pointer-without-hash.ts';
import { undeclaredPrefix } from './pointers/undeclared-prefix.ts';
import { unmatchedPrefix } from './pointers/unmatched-prefix.ts';
import { ambiguousReference } from './references/ambiguous-reference.ts';
import { citeStructureFails } from './references/cite-structure-fails.ts';
import { mentionWithoutEntry } from './registers/mention-without-entry.ts';
import { nameWithoutReference } from './registers/name-without-reference.ts';
import { unmentionedRegisterEntry } from './registers/unmentioned-register-entry.ts';
import type { RuleEntry } from './rule.ts';

/** Every rule, with how grave its fault is in an edition and in a loose file, whose other files may be elsewhere. `docs/checks.md` describes each to editors. */
export const rules: readonly RuleEntry[] = [
  { code: 'not-tei', rule: notTei, inEdition: 'error', inLooseFiles: 'error' },
  { code: 'deleted-span-in-text', rule: deletedSpanInText, inEdition: 'warning', inLooseFiles: 'info' },
  { code: 'fragment-document', rule: fragmentDocument, inEdition: 'warning', inLooseFiles: 'info' },
  { code: 'untitled-document', rule: untitledDocument, inEdition: 'warning', inLooseFiles: 'warning' },
  { code: 'schema-on-one-machine', rule: schemaOnOneMachine, inEdition: 'warning', inLooseFiles: 'warning' },

  { code: 'include-loop', rule: includeLoop, inEdition: 'error', inLooseFiles: 'error' },
  { code: 'include-explosion', rule: includeExplosion, inEdition: 'error', inLooseFiles: 'error' },
  { code: 'invalid-include', rule: invalidInclude, inEdition: 'error', inLooseFiles: 'error' },
  { code: 'unresolved-include', rule: unresolvedInclude, inEdition: 'error', inLooseFiles: 'warning' },

  { code: 'cite-structure-fails', rule: citeStructureFails, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'ambiguous-reference', rule: ambiguousReference, inEdition: 'warning', inLooseFiles: 'off' },

  { code: 'duplicate-id', rule: duplicateId, inEdition: 'error', inLooseFiles: 'error' },
  { code: 'invalid-id', rule: invalidId, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'confusable-id', rule: confusableId, inEdition: 'warning', inLooseFiles: 'off' },

  { code: 'dangling-pointer', rule: danglingPointer, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'missing-file', rule: missingFile, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'blank-in-file-name', rule: blankInFileName, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'pointer-without-hash', rule: pointerWithoutHash, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'pointer-without-file', rule: pointerWithoutFile, inEdition: 'warning', inLooseFiles: 'warning' },
  { code: 'empty-pointer', rule: emptyPointer, inEdition: 'warning', inLooseFiles: 'warning' },
  { code: 'undeclared-prefix', rule: undeclaredPrefix, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'unmatched-prefix', rule: unmatchedPrefix, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'invalid-match-pattern', rule: invalidMatchPattern, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'link-outside-project', rule: linkOutsideProject, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'unsafe-link', rule: unsafeLink, inEdition: 'warning', inLooseFiles: 'warning' },

  { code: 'invalid-date', rule: invalidDate, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'reversed-dates', rule: reversedDates, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'contradicting-date', rule: contradictingDate, inEdition: 'warning', inLooseFiles: 'warning' },
  { code: 'invalid-language-tag', rule: invalidLanguageTag, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'undeclared-language', rule: undeclaredLanguage, inEdition: 'off', inLooseFiles: 'off' },

  {
    code: 'unmentioned-register-entry',
    rule: unmentionedRegisterEntry,
    inEdition: 'warning',
    inLooseFiles: 'off',
  },
  { code: 'mention-without-entry', rule: mentionWithoutEntry, inEdition: 'warning', inLooseFiles: 'off' },
  { code: 'name-without-reference', rule: nameWithoutReference, inEdition: 'off', inLooseFiles: 'off' },
  { code: 'note-without-call', rule: noteWithoutCall, inEdition: 'warning', inLooseFiles: 'warning' },
  { code: 'call-without-note', rule: callWithoutNote, inEdition: 'error', inLooseFiles: 'warning' },
  {
    code: 'note-without-responsibility',
    rule: noteWithoutResponsibility,
    inEdition: 'warning',
    inLooseFiles: 'off',
  },

  { code: 'unknown-siglum', rule: unknownSiglum, inEdition: 'error', inLooseFiles: 'warning' },
  {
    code: 'witness-in-two-readings',
    rule: witnessInTwoReadings,
    inEdition: 'error',
    inLooseFiles: 'warning',
  },
  { code: 'witness-in-no-reading', rule: witnessInNoReading, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'reading-in-lacuna', rule: readingInLacuna, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'reversed-end-points', rule: reversedEndPoints, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'missing-end-point', rule: missingEndPoint, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'divided-end-points', rule: dividedEndPoints, inEdition: 'error', inLooseFiles: 'warning' },
  { code: 'empty-entry', rule: emptyEntry, inEdition: 'warning', inLooseFiles: 'warning' },
  { code: 'circular-witness-list', rule: circularWitnessList, inEdition: 'error', inLooseFiles: 'error' },
  { code: 'entry-without-lemma', rule: entryWithoutLemma, inEdition: 'warning', inLooseFiles: 'warning' },
  { code: 'undeclared-method', rule: undeclaredMethod, inEdition: 'info', inLooseFiles: 'info' },
  { code: 'crossing-readings', rule: crossingReadings, inEdition: 'info', inLooseFiles: 'info' },
  { code: 'witness-text-unavailable', rule: witnessTextUnavailable, inEdition: 'info', inLooseFiles: 'info' },
];
