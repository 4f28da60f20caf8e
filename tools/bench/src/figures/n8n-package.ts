import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApiDocument, operationsOf } from '@patchbay/core';
import { bytes, countOf, operationsIn } from '@patchbay/n8n-suite/form-size';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { askChild } from '../child.ts';
import { type Figure, line, type Thoroughness } from '../figure.ts';
import { type BuiltPackage, builtPackages, loadedFrom, packedSize } from '../packages.ts';
import { inRounds, paired, ratio } from '../rounds.ts';

interface Loaded {
  readonly milliseconds: number;
  readonly n8nWorkflow: number;
  readonly descriptions: readonly INodeTypeDescription[];
}

interface PeerLoaded {
  readonly milliseconds: number;
  readonly properties: readonly INodeProperties[];
}

/** Size, load time and form of a vendor's n8n package, beside what the peer makes of the same API. */
const packageFigure = async ({ quick }: Thoroughness, built: BuiltPackage): Promise<Figure> => {
  const { vendor, name, folder, entries } = built;
  const operations = operationsOf(vendor).size;
  const temporary = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
  try {
    const document = join(temporary, 'openapi.json');
    writeFileSync(document, JSON.stringify(openApiDocument(vendor)));
    const loads: Loaded[] = [];
    const peers: PeerLoaded[] = [];
    const { ours, theirs } = await inRounds(quick ? 1 : 9, {
      ours: async () => {
        const loaded = await askChild<Loaded>('load-package.cjs', { ...loadedFrom, folder, entries });
        return loads[loads.push(loaded) - 1]?.milliseconds ?? Number.NaN;
      },
      theirs: async () => {
        const loaded = await askChild<PeerLoaded>('load-peer.cjs', { ...loadedFrom, document });
        return peers[peers.push(loaded) - 1]?.milliseconds ?? Number.NaN;
      },
    });
    const form = loads[0]?.descriptions.find(({ group }) => group.includes('transform'))?.properties ?? [];
    const peerForm = peers[0]?.properties ?? [];
    // What is for partners has a node of its own.
    const offered = operationsIn(form);
    const perOperation = bytes(form) / offered;
    const peerPerOperation = bytes(peerForm) / operationsIn(peerForm);
    const shares = loads.slice(1).map(({ milliseconds, n8nWorkflow }) => (100 * milliseconds) / n8nWorkflow);
    return {
      title: `n8n package of ${vendor.label}`,
      how: `The built package ${name}, ${operations} operations: packed as it is published, loaded in a process of its own as n8n loads it, and the form of its action node as JSON, with the ${offered} operations in it. Beside it: @devlikeapro/n8n-openapi-node ${loadedFrom.peerVersion} fed with our OpenAPI document of the same vendor as its README shows. Of that it lists ${operationsIn(peerForm)} operations: one for each method and path, none that is deprecated or made of others; it has no pick lists, pagination or retry, and shows fields that take null without a type.`,
      lines: [
        line(`${vendor.label}: packed`, 'KB', [(await packedSize(built)) / 1024], { atMost: 80 }),
        line(`${vendor.label}: dependencies`, '', [built.dependencies], { atMost: 0 }),
        line(`${vendor.label}: load time`, 'ms', ours, { atMost: 10 }),
        line(`${vendor.label}: load time, share of n8n-workflow's own`, '%', shares),
        line(`${vendor.label}: load time to the peer`, 'times', paired(ours, theirs, ratio)),
        line("The peer's load time", 'ms', theirs),
        line(`${vendor.label}: form, a property`, 'bytes', [bytes(form) / countOf(form)], { atMost: 300 }),
        line(`${vendor.label}: form, an operation`, 'bytes', [perOperation], { atMost: 900 }),
        line(`${vendor.label}: form, an operation, to the peer`, 'times', [perOperation / peerPerOperation]),
        line("The peer's form, an operation", 'bytes', [peerPerOperation]),
      ],
    };
  } finally {
    rmSync(temporary, { recursive: true });
  }
};

/** A figure for the n8n package of each vendor. */
export const n8nPackages = async (thoroughness: Thoroughness): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const built of builtPackages()) figures.push(await packageFigure(thoroughness, built));
  if (figures.length === 0) throw new Error('There is no n8n package to measure');
  return figures;
};
