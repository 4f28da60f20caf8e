import type { ResourceRules } from '../../../rules.ts';

/** A saved way to look at a board; there is no call that reads it back but the relation of its user. */
export const boardViewRules: ResourceRules = {
  defaults: ({ board_id }, { store }) => ({
    type: 'list',
    name: '',
    position: store.rows('boardView').filter((view) => view.board_id === board_id).length + 1,
    visibility: 'private',
    protected: false,
    forced: false,
    shared_users: [],
    forced_users: [],
    settings: {},
  }),
};
