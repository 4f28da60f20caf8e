import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine that the figures are of, without anything that names it. */
export const machine = (): string => {
  const model = cpus()[0]?.model.trim() || 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const { node, undici, v8 } = process.versions;
  return `${model}, ${availableParallelism()} cores, ${memory} GB, ${process.platform} ${process.arch}, Node ${node} (V8 ${v8}, undici ${undici})`;
};
