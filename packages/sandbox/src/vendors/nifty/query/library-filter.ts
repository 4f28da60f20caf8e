import type { Row } from '../../../store.ts';
import { textsIn, type Values } from '../values.ts';

type Holds = (row: Row, value: string) => boolean;

const namedLike: Holds = ({ name }, value) => String(name).toLowerCase().includes(value.toLowerCase());
const labelled: Holds = ({ labels }, value) => textsIn(labels).includes(value);

/** How lists of documents are narrowed. */
const documents: Readonly<Record<string, Holds>> = {
  project_id: (row, value) => row.project_id === value,
  task_id: ({ tasks }, value) => textsIn(tasks).includes(value),
  folder_id: ({ folder }, value) => folder === value,
  parent_doc_id: (row, value) => row.parent_doc_id === value,
  author: (row, value) => row.author === value,
  name: namedLike,
  tag: labelled,
};

/** How lists of files are narrowed; what `group` means is not stated, so it narrows nothing. */
const files: Readonly<Record<string, Holds>> = {
  project_id: (row, value) => row.project_id === value,
  task_id: ({ task }, value) => task === value,
  doc_id: ({ document }, value) => document === value,
  user_id: (row, value) => row.uploader_user === value,
  folder_id: ({ folder }, value) => folder === value,
  type: ({ type }, value) => String(type).includes(value),
  name: namedLike,
  tag: labelled,
};

const fitting =
  (filters: Readonly<Record<string, Holds>>) =>
  (rows: readonly Row[], query: Values): readonly Row[] =>
    rows.filter((row) =>
      Object.entries(filters).every(([name, holds]) => query[name] === undefined || holds(row, String(query[name]))),
    );

export const fittingDocuments = fitting(documents);
export const fittingFiles = fitting(files);
