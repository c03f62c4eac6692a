/** What is at a path that a pointer names: a file that is not read as XML, a folder, an XML file that is not well-formed, nothing, or a place outside the grants. */
export type Finding = 'file' | 'folder' | 'unreadable' | 'missing' | 'outside';
