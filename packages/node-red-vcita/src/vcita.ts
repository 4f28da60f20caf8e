import { vcita } from '@patchbay/core';
import { nodeSet } from '@patchbay/node-red-kit';

/** Entry of the package: Node-RED calls it once and finds the editor's part in `vcita.html` beside it. */
export default nodeSet(vcita, { partner: true });
