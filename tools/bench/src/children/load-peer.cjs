// A node made by @devlikeapro/n8n-openapi-node, loaded as its README shows: the document is required, the form is built.
const { peer, document } = JSON.parse(process.argv[2]);
const start = performance.now();
const { N8NPropertiesBuilder } = require(peer);
const properties = new N8NPropertiesBuilder(require(document), {}).build();
const end = performance.now();
process.send({ milliseconds: end - start, properties }, () => process.exit());
