import type { Fault } from '../fault.ts';
import { doctypeFaults } from './doctype.ts';

const error = { layer: 'xml', severity: 'error' } as const;

/** Faults of the reader: encoding, well-formedness, what a DOCTYPE declares, limits (XML 1.0 and 1.1, Namespaces in XML). */
export const xmlFaults = {
  'malformed-encoding': {
    ...error,
    message: 'The bytes {bytes} at offset {offset} are no {encoding}.',
    help: 'Save the file as UTF-8, or declare the encoding it is really in: <?xml version="1.0" encoding="ISO-8859-1"?>',
    explanation:
      'A file is read as UTF-8 unless it declares something else or begins with a byte order mark. Here are bytes that cannot stand in that encoding, most often because an old editor saved the file as ISO-8859-1 or Windows-1252. Nothing is guessed: a wrong guess would silently change letters.',
  },
  'unsupported-encoding': {
    ...error,
    message: 'The encoding {encoding} is not supported.',
    help: 'Convert the file to UTF-8. UTF-8, UTF-16 with a byte order mark, ISO-8859-1 and US-ASCII are read.',
    explanation:
      'Every XML processor must read UTF-8 and UTF-16; this one also reads ISO-8859-1 and US-ASCII. Open the file in an editor that knows its encoding and save it as UTF-8, with the XML declaration changed to match.',
  },
  'encoding-mismatch': {
    ...error,
    message: 'The file declares the encoding {declared}, but is {actual}.',
    help: 'Correct the XML declaration, or save the file in the encoding that it declares.',
    explanation:
      'What the XML declaration says and what the bytes are contradict each other (XML 1.0 §4.3.3). Some programs write `encoding="UTF-16"` into a file and then save it as UTF-8.',
  },
  'missing-byte-order-mark': {
    ...error,
    message: 'The file is in {encoding}, but does not begin with a byte order mark.',
    help: 'Save the file as UTF-8, or as UTF-16 with a byte order mark.',
    explanation: 'A file in UTF-16 must begin with a byte order mark, U+FEFF (XML 1.0 §4.3.3).',
  },
  'not-xml': {
    ...error,
    message: 'This is not XML; it looks like {what}.',
    help: 'Give the TEI file itself.',
    explanation:
      'The first characters of the file show that it is something else: an archive, a PDF, JSON, an HTML page. A file that was downloaded may be an error page, or still be compressed.',
  },
  'file-too-large': {
    ...error,
    message: 'The file has {size} MB; {limit} MB are read.',
    help: 'Split the file and bring the parts together with xi:include.',
    explanation: 'A limit on the size of one file keeps a mistake from using up the memory of the machine.',
  },
  'no-root-element': {
    ...error,
    message: 'The file has no root element.',
    help: 'A TEI file has one element, TEI or teiCorpus, that holds everything else.',
    explanation: 'The file is empty, or has nothing but comments and declarations.',
  },
  'malformed-xml-declaration': {
    ...error,
    message: 'The XML declaration is malformed.',
    help: 'Write <?xml version="1.0" encoding="UTF-8"?>',
    explanation:
      'The declaration has a version, then perhaps an encoding, then perhaps `standalone="yes"` or `"no"`, in this order, each in quotation marks (XML 1.0 §2.8).',
  },
  'misplaced-xml-declaration': {
    ...error,
    message: 'The XML declaration must be the very first thing in the file.',
    help: 'Remove whatever stands before it, blank lines too; where two files were put together, remove the second declaration.',
    explanation: 'Not even white space may come before the XML declaration (XML 1.0 §2.8).',
  },
  'unsupported-xml-version': {
    ...error,
    message: 'XML {version} is not known.',
    help: 'Write version="1.0".',
    explanation: 'There are XML 1.0 and XML 1.1.',
  },
  'illegal-character': {
    ...error,
    message: 'The character {character} may not stand in XML.',
    help: 'Remove it; where it stands for something, use markup or the right character.',
    explanation:
      'Control characters but tab, line feed and carriage return, single surrogates, and U+FFFE and U+FFFF may not stand in XML 1.0 at all, not even as a character reference (XML 1.0 §2.2).',
  },
  'illegal-character-reference': {
    ...error,
    message: 'The reference {reference} is to a character that may not stand in XML.',
    help: 'Remove it.',
    explanation:
      'A character reference must be to a character that XML allows (XML 1.0 §4.1): no control characters but tab, line feed and carriage return, no surrogates, nothing above U+10FFFF.',
  },
  'malformed-character-reference': {
    ...error,
    message: 'The character reference is malformed.',
    help: 'Write &#233; with a decimal number or &#xE9; with a hexadecimal one, with the semicolon.',
    explanation: 'See XML 1.0 §4.1. The x of a hexadecimal reference is a small letter.',
  },
  'bare-ampersand': {
    ...error,
    message: 'An & stands here by itself.',
    help: 'Write &amp; for the character &.',
    explanation:
      'In XML an & always begins a reference. In an address such as `?a=1&b=2` it is written `&amp;`.',
  },
  'unclosed-reference': {
    ...error,
    message: 'The reference &{name} has no semicolon.',
    help: 'Write {way}.',
    explanation: 'In XML an & begins a reference, which ends with a semicolon (XML 1.0 §4.1).',
  },
  'cdata-end-in-text': {
    ...error,
    message: ']]> may not stand in text.',
    help: 'Write ]]&gt;',
    explanation:
      'These three characters end a CDATA section and may not stand anywhere else in text (XML 1.0 §2.4).',
  },
  'double-hyphen-in-comment': {
    ...error,
    message: 'Two hyphens may not stand in a comment.',
    help: 'Use a dash or put a space between them; a comment does not nest and ends with --> alone.',
    explanation: 'A comment may not hold `--` and may not end with `--->` (XML 1.0 §2.5).',
  },
  'unclosed-construct': {
    ...error,
    message: 'This {what} is not closed: {close} is missing.',
    help: 'Close it; the fault may also be a quotation mark that is missing before.',
    explanation:
      'A tag, comment, CDATA section, processing instruction, quoted value or DOCTYPE begins and never ends.',
  },
  'unclosed-element': {
    ...error,
    message: 'The file ends, but ‘{name}’ is still open.',
    help: 'Add </{name}> where the element ends. The file may have been cut off.',
    explanation: 'The innermost element that is open at the end of the file is shown at its start tag.',
  },
  'mismatched-tag': {
    ...error,
    message: 'The end tag is for ‘{found}’, but ‘{expected}’ is open.',
    help: 'Close ‘{expected}’ first, or correct the name.',
    explanation:
      'Elements must nest: the one opened last is closed first. Text structures that overlap need another means than elements across one another (TEI Guidelines, chapter 21).',
  },
  'stray-end-tag': {
    ...error,
    message: 'The end tag of ‘{name}’ has no start tag.',
    help: 'Remove it, or add the start tag that is missing.',
    explanation: 'Every end tag closes an element that was opened before.',
  },
  'second-root': {
    ...error,
    message: 'The file has a second root element, ‘{name}’.',
    help: 'Put both into one element (teiCorpus, for two TEI), or make two files.',
    explanation: 'An XML file has exactly one outermost element.',
  },
  'text-before-root': {
    ...error,
    message: 'Text stands before the root element.',
    help: 'Remove it, or put it into the element it belongs to.',
    explanation:
      'Outside the root element there may only be comments, processing instructions and white space.',
  },
  'text-after-root': {
    ...error,
    message: 'Text stands after the root element.',
    help: 'Remove it, or put it into the element it belongs to.',
    explanation:
      'Outside the root element there may only be comments, processing instructions and white space.',
  },
  'malformed-markup': {
    ...error,
    message: 'A < stands here, but no tag, comment or other markup begins.',
    help: 'Write &lt; for the character <.',
    explanation:
      'After `<` there is a name, or `/`, `!` or `?`, without a space between. The character itself is written `&lt;`.',
  },
  'malformed-tag': {
    ...error,
    message: 'Found {found} in a tag where {expected} is expected.',
    help: 'A tag reads <name attribute="value">; a quotation mark may be missing, or be one too many.',
    explanation:
      'A start tag is a name and attributes with white space between: `<name attribute="value">` (XML 1.0 §3.1).',
  },
  'attribute-without-value': {
    ...error,
    message: 'The attribute ‘{name}’ has no value.',
    help: 'Write {name}="…".',
    explanation: 'In XML, unlike HTML, every attribute has a value, in quotation marks.',
  },
  'unquoted-attribute': {
    ...error,
    message: 'The value of ‘{name}’ is not in quotation marks.',
    help: 'Put it between straight quotation marks: {name}="…". Curly ones (“ ”) do not count.',
    explanation: 'An attribute value stands between two `"` or two `\'` (XML 1.0 §3.1).',
  },
  'less-than-in-attribute': {
    ...error,
    message: 'A < may not stand in the value of an attribute.',
    help: 'Write &lt; or, where a tag begins here, add the quotation mark that is missing before.',
    explanation:
      'An attribute value may not hold `<`, neither itself nor through an entity (XML 1.0 §3.1). Most often a closing quotation mark is missing.',
  },
  'duplicate-attribute': {
    ...error,
    message: 'The attribute ‘{name}’ is given twice.',
    help: 'Keep one. Where both values apply, most TEI attributes take several, separated by spaces.',
    explanation:
      'An element has an attribute only once, also when two prefixes of one namespace are used (XML 1.0 §3.1, Namespaces in XML §6.3).',
  },
  'malformed-name': {
    ...error,
    message: '‘{name}’ is not a name with a prefix.',
    help: 'Use one colon at most, with a name on both sides.',
    explanation: 'See Namespaces in XML §4.',
  },
  'colon-in-name': {
    ...error,
    message: 'The name of {what} may not have a colon: ‘{name}’.',
    help: 'Use another character, a hyphen for example.',
    explanation: 'See Namespaces in XML §7.',
  },
  'unbound-prefix': {
    ...error,
    message: 'The prefix ‘{prefix}’ of ‘{name}’ is not bound to a namespace.',
    help: 'Add xmlns:{prefix}="{namespace}" to the element or to one around it.',
    explanation:
      'A prefix stands for a namespace and must be declared on the element or an ancestor (Namespaces in XML §5).',
  },
  'reserved-namespace': {
    ...error,
    message: 'The prefix ‘{prefix}’ cannot be bound to ‘{namespace}’.',
    help: 'Remove the declaration: xml and xmlns are bound already, and only they to their namespaces.',
    explanation: 'See Namespaces in XML §3.',
  },
  'prefix-unbound-again': {
    ...error,
    message: 'The namespace of the prefix ‘{prefix}’ is empty.',
    help: 'Give the namespace, or remove the declaration.',
    explanation:
      'Only the default namespace may be taken back with an empty value; in XML 1.1, prefixes may too.',
  },
  'reserved-target': {
    ...error,
    message: 'A processing instruction may not be called ‘{target}’.',
    help: 'An XML declaration is written in small letters, at the very start of the file.',
    explanation: 'The name xml is reserved, in capital and small letters (XML 1.0 §2.6).',
  },
  ...doctypeFaults,
  'depth-limit': {
    ...error,
    message: '‘{name}’ lies more than {limit} elements deep.',
    help: 'Check whether end tags are missing.',
    explanation:
      'Real editions nest some twenty elements deep. The limit keeps a broken or hostile file from exhausting the machine.',
  },
  'element-limit': {
    ...error,
    message: 'The file has more than {limit} elements.',
    help: 'Split the file and bring the parts together with xi:include.',
    explanation: 'A limit on the number of elements keeps a file from using up the memory of the machine.',
  },
  'attribute-default-limit': {
    ...error,
    message: 'The default values that the DOCTYPE gives to attributes make the document too large.',
    help: 'Write the attributes out where they are needed.',
    explanation: 'The limit keeps a hostile file from making gigabytes out of a few declarations.',
  },
  'attribute-limit': {
    ...error,
    message: 'The element has more than {limit} attributes.',
    help: 'Check whether the tag is closed where it should be.',
    explanation: 'The limit keeps a broken or hostile file from exhausting the machine.',
  },
} as const satisfies Record<string, Fault>;
