import type { Fault } from '../fault.ts';

/** Failures of what lies around an edition: its config, the disk, another build. */
export const worldFaults = {
  'config-not-json': {
    layer: 'world',
    severity: 'error',
    message: 'The config is not JSON: {what}.',
    explanation: '`variorum.json` is JSON; comments and trailing commas are allowed, nothing else beside it.',
  },
  'config-unknown-key': {
    layer: 'world',
    severity: 'error',
    message: 'The config has no key “{key}”.',
    explanation:
      'A misspelt key would silently do nothing, so it is an error. The reference lists every key.',
  },
  'config-wrong-type': {
    layer: 'world',
    severity: 'error',
    message: '“{key}” must be {wanted}.',
    explanation: 'The value of the key has the wrong type; the reference shows an example of each.',
  },
  'file-missing': {
    layer: 'world',
    severity: 'error',
    message: 'There is no file “{path}”.',
    explanation: 'A file that was named on the command line, in the config or in the edition is not there.',
  },
  'file-unreadable': {
    layer: 'world',
    severity: 'error',
    message: '“{path}” cannot be read: {why}.',
    explanation: 'The system refused to read the file; look at its permissions.',
  },
  'file-outside': {
    layer: 'world',
    severity: 'error',
    message: '“{path}” lies outside the edition and was not read.',
    help: 'Copy it into the edition, or name it on the command line.',
    explanation:
      'A build reads nothing but the edition’s own folder and what the command line names. Symbolic links that lead out of the folder count as outside.',
  },
  'unknown-output': {
    layer: 'world',
    severity: 'error',
    message: 'There is no output “{name}”.',
    help: 'Known: {known}.',
    explanation: 'The config’s `outputs` or `--only` names an output that the program does not have.',
  },
  'no-tei-files': {
    layer: 'world',
    severity: 'error',
    message: 'No file matches {patterns}.',
    help: 'Put TEI files there, or set “tei” in variorum.json to where they are.',
    explanation: 'An edition needs at least one TEI file.',
  },
  'schema-not-fetched': {
    layer: 'world',
    severity: 'warning',
    message: 'The schema {url} is not here, so the file was not validated against it.',
    help: 'Fetch it once: variorum schema add {url}',
    explanation:
      'A build never uses the network. `variorum schema add` keeps a copy of a remote schema in the edition, with its hash in `schema/lock.json`.',
  },
  'schema-not-had': {
    layer: 'world',
    severity: 'error',
    message: '{url} cannot be had: {why}.',
    help: 'Nothing was written.',
    explanation: '`variorum schema add` copies a schema with everything it includes, or nothing.',
  },
  'schema-missing': {
    layer: 'world',
    severity: 'error',
    message: 'The schema “{path}” cannot be read: {why}.',
    help: 'Check the path; a remote schema is fetched once with variorum schema add.',
    explanation:
      'A schema that the command line, the config or an `xml-model` instruction names is not there.',
  },
  'schema-copy-missing': {
    layer: 'world',
    severity: 'error',
    message: 'The copy “{path}” of {url} is gone.',
    help: 'Fetch it again: variorum schema add {url}',
    explanation: '`schema/lock.json` names a copy of a remote schema that is not there.',
  },
  'schema-copy-changed': {
    layer: 'world',
    severity: 'warning',
    message: '“{path}” is no longer what was fetched from {url}.',
    help: 'Fetch it again, or take it out of schema/lock.json if the change is yours.',
    explanation: 'The hash in `schema/lock.json` differs from that of the file.',
  },
  'schema-lock-unreadable': {
    layer: 'world',
    severity: 'error',
    message: 'schema/lock.json cannot be understood.',
    help: 'Delete it and add the schemas again with variorum schema add.',
    explanation: 'The lock file is written by `variorum schema add` and is not meant to be edited.',
  },
  'input-changed': {
    layer: 'world',
    severity: 'error',
    message: '“{path}” changed while the build was reading it.',
    help: 'Build again. Nothing was written.',
    explanation: 'The outputs would have mixed two states of the edition, so they were withheld.',
  },
  'output-holds-other-files': {
    layer: 'world',
    severity: 'error',
    message: 'The output folder “{path}” holds files that no build made, “{example}” for one.',
    help: 'Name another folder with --out, or empty this one yourself.',
    explanation:
      'A build replaces its output folder as a whole. It refuses to touch a folder that it did not make, so that nothing of yours is lost.',
  },
  'output-overlaps-input': {
    layer: 'world',
    severity: 'error',
    message: 'The output folder “{path}” and the edition’s sources lie one inside the other.',
    help: 'Name another folder with --out.',
    explanation: 'A build replaces its output folder as a whole; sources in it would be lost.',
  },
  'output-collision': {
    layer: 'world',
    severity: 'error',
    message: 'Two outputs would be the same file on some systems: “{one}” and “{other}”.',
    help: 'Rename one of the files or ids they come from.',
    explanation:
      'Names that differ only in case or in the form of their accents are one file on macOS and Windows.',
  },
  'cannot-write': {
    layer: 'world',
    severity: 'error',
    message: '“{path}” cannot be written: {why}.',
    help: 'What stood in the output folder is untouched.',
    explanation: 'The system refused to write: no room, no permission, or a read-only disk.',
  },
  'build-running': {
    layer: 'world',
    severity: 'error',
    message: 'Another build of this edition is running (process {pid}).',
    help: 'Wait for it, or stop it.',
    explanation: 'Two builds that write one folder would mix their files.',
  },
} as const satisfies Record<string, Fault>;
