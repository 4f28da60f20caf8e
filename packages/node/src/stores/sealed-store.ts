import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { StoreError, type TokenStore } from '@patchbay/core';

const format = 'sealed1';
const sizes = { salt: 16, nonce: 12, tag: 16 };

/**
 * A store whose content only the holder of a secret can read: AES-256-GCM, the key made from the secret by scrypt. Content that
 * was moved to another key, changed, or sealed with another secret is not opened.
 * @param secret at least 16 characters, the same for all processes that share the store
 */
export const sealedStore = (store: TokenStore, secret: string): TokenStore => {
  if (secret.length < 16)
    throw new StoreError('The secret that tokens are sealed with is too short', {
      retryable: false,
      advice: 'Choose one of 16 characters or more',
    });
  // Making a key takes long on purpose, so each is made once.
  const keys = new Map<string, Buffer>();
  const keyFor = (salt: Buffer): Buffer => {
    const name = salt.toString('base64');
    const key = keys.get(name) ?? scryptSync(secret, salt, 32);
    keys.set(name, key);
    return key;
  };
  let ownSalt: Buffer | undefined;

  const seal = (key: string, content: string): string => {
    ownSalt ??= randomBytes(sizes.salt);
    const nonce = randomBytes(sizes.nonce);
    const cipher = createCipheriv('aes-256-gcm', keyFor(ownSalt), nonce).setAAD(Buffer.from(`${format}:${key}`));
    const text = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
    return `${format}:${Buffer.concat([ownSalt, nonce, cipher.getAuthTag(), text]).toString('base64')}`;
  };

  const open = (key: string, sealed: string): string => {
    try {
      const [name, packed = ''] = sealed.split(':');
      if (name !== format) throw new Error('not sealed');
      const bytes = Buffer.from(packed, 'base64');
      const salt = bytes.subarray(0, sizes.salt);
      const nonce = bytes.subarray(sizes.salt, sizes.salt + sizes.nonce);
      const text = sizes.salt + sizes.nonce + sizes.tag;
      const opener = createDecipheriv('aes-256-gcm', keyFor(salt), nonce, { authTagLength: sizes.tag })
        .setAAD(Buffer.from(`${format}:${key}`))
        .setAuthTag(bytes.subarray(text - sizes.tag, text));
      const content = opener.update(bytes.subarray(text), undefined, 'utf8') + opener.final('utf8');
      // A process that starts seals with the salt it finds: one key to make, not two.
      ownSalt ??= Buffer.from(salt);
      return content;
    } catch {
      throw new StoreError(
        'The tokens that are kept cannot be opened: they were sealed with another secret, or changed',
        {
          retryable: false,
          advice: 'Put the former secret back, or connect the account again',
        },
      );
    }
  };

  return {
    ...store,
    read: async (key) => {
      const { revision, content } = await store.read(key);
      return { revision, content: content === undefined ? undefined : open(key, content) };
    },
    write: (key, revision, content, fence) =>
      store.write(key, revision, content === undefined ? undefined : seal(key, content), fence),
  };
};
