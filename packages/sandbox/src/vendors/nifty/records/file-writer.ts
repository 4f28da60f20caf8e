import type { StoredFile } from '../../../files/file-store.ts';
import type { Actor } from '../../../rules.ts';
import type { Row } from '../../../store.ts';
import type { Twin } from '../../../twin.ts';
import type { Values } from '../values.ts';

/**
 * Stores what answers tell of a file. Its links open without a token; whether Nifty's do is not stated.
 * @param place where it belongs, and who uploaded it
 */
export const storeFile = (twin: Twin, { id, name, type, size, url }: StoredFile, place: Values, actor: Actor): Row =>
  twin.records.create(
    'file',
    {
      name,
      type,
      size,
      url,
      download: url,
      thumbnail: type.startsWith('image/') ? url : null,
      googleId: null,
      googleType: null,
      processed: true,
      labels: [],
      folder_stack: [],
      stored: id,
      ...place,
    },
    actor,
  );
