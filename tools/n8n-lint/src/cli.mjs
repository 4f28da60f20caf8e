#!/usr/bin/env node
import { checkedFiles, lintFolder, lintPublished } from './lint.mjs';

const folder = process.argv[2] ?? '.';
try {
  const findings = [...(await lintFolder(folder)), ...(await lintPublished(folder))];
  // Both halves read package.json and agree on most of it.
  const lines = new Set(findings.map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`));
  for (const line of lines) console.log(line);
  console.log(`n8n rules: ${lines.size} findings in ${checkedFiles(folder).length} files`);
  process.exitCode = lines.size > 0 ? 1 : 0;
} catch (error) {
  console.error(`n8n-lint: ${error.message}`);
  process.exitCode = 2;
}
