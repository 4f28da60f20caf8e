import type { Figure, Thoroughness } from './figure.ts';
import { askedToWait } from './figures/asked-to-wait.ts';
import { bodyCopies } from './figures/body-copies.ts';
import { callCost } from './figures/call-cost.ts';
import { delivery } from './figures/delivery.ts';
import { heap } from './figures/heap.ts';
import { httpCall } from './figures/http-call.ts';
import { n8nPackages } from './figures/n8n-package.ts';
import { walk } from './figures/walk.ts';
import { startVendorServer } from './vendor-server.ts';

/**
 * Measures everything, one after the other.
 * @param onFigure told about each figure as soon as it is there
 */
export const measure = async (
  thoroughness: Thoroughness,
  onFigure: (figure: Figure) => void,
): Promise<readonly Figure[]> => {
  const server = await startVendorServer();
  const measurements = [
    () => callCost(thoroughness),
    () => httpCall(thoroughness, server),
    () => bodyCopies(thoroughness),
    () => walk(thoroughness, server),
    () => heap(thoroughness, server),
    () => n8nPackages(thoroughness),
    () => delivery(thoroughness),
    () => askedToWait(thoroughness),
  ];
  const figures: Figure[] = [];
  try {
    for (const measurement of measurements)
      for (const figure of [await measurement()].flat()) {
        figures.push(figure);
        onFigure(figure);
      }
  } finally {
    server.stop();
  }
  return figures;
};
