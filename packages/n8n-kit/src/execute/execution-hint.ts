import type { Progress, Vendor } from '@patchbay/core';
import type { IExecuteFunctions } from 'n8n-workflow';

/** What happened while the items were worked on, for the user to read above the output. */
export interface ExecutionHint {
  onProgress(progress: Progress): void;
  /** Shows what is worth telling: waits of a second and more, and lists of several pages. */
  show(): void;
}

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1000)} s`;

/** Collects the progress of all items of one execution. */
export const executionHint = (context: IExecuteFunctions, vendor: Vendor): ExecutionHint => {
  const waited = { quota: 0, answer: 0 };
  const read = { pages: 0, rows: 0, total: 0, long: false };
  const unsettled = new Set<string>();
  return {
    onProgress(progress) {
      if (progress.kind === 'waiting')
        waited[['RATE_LIMITED', 'QUOTA'].includes(progress.because) ? 'quota' : 'answer'] += progress.milliseconds;
      if (progress.kind === 'background' && progress.settled === false) unsettled.add(progress.what);
      if (progress.kind !== 'page') return;
      read.pages++;
      read.rows += progress.rows;
      read.long ||= progress.page > 1;
      if (progress.page === 1) read.total += progress.total ?? 0;
    },
    show() {
      const messages = [
        waited.quota >= 1000 && `Waited ${seconds(waited.quota)} for ${vendor.label}'s quota`,
        waited.answer >= 1000 && `Waited ${seconds(waited.answer)} for ${vendor.label} to answer again`,
        ...[...unsettled].map((what) => `The wait was over before all ${what} were there: more may come`),
        read.long && `Read ${read.rows} rows in ${read.pages} pages`,
        read.total > read.rows && `${vendor.label} has ${read.total} such rows, of which ${read.rows} were read`,
      ];
      for (const message of messages) if (message) context.addExecutionHints({ message });
    },
  };
};
