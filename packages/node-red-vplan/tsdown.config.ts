import { bundleOf } from '@patchbay/node-red-kit/bundle';

export default bundleOf('vplan');
