/** Where the definitions were taken from: the vendor's reference, and clients that are known to work. */

/** One page for each operation */
export const reference = 'https://developers.niftypm.com/operation/operation';
export const activepieces = 'activepieces/activepieces:packages/pieces/community/nifty';
export const bytechef = 'bytechefhq/bytechef:server/libs/modules/components/nifty';
/** The community node for n8n */
export const communityNode = 'jocenunes/n8n-nodes-niftypm:nodes/NiftyPm/resources';
export const feedglance = 'protomated/feedglance:src-tauri/src/provider/nifty.rs';
export const mcp = 'cmdaltctr/niftypm-mcp';
export const opencode = 'CaveIM/opencode-nifty:plugin/nifty.js';
export const pipedream = 'PipedreamHQ/pipedream:components/nifty';
