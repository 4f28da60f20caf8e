// Preloaded into node-red-dev: answers what it asks of Node-RED's catalogue (no other package) and about Node-RED itself
// (the version that is installed here), so that its rules can be checked without the catalogue's server.
const Module = require('node:module');

const { version, engines } = JSON.parse(process.env.PATCHBAY_NODE_RED ?? '{}');
const answers = {
  'https://catalogue.nodered.org/catalogue.json': { modules: [] },
  'https://registry.npmjs.org/node-red': { 'dist-tags': { latest: version }, versions: { [version]: { engines } } },
};
const load = Module._load;
Module._load = function (request, ...rest) {
  const found = load.call(this, request, ...rest);
  if (request !== 'axios') return found;
  return { ...found, get: (url) => (answers[url] ? Promise.resolve({ data: answers[url] }) : found.get(url)) };
};
