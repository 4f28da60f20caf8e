import { host } from './listen.ts';

/** What the settings of a Node-RED are made of. */
export interface SettingsOptions {
  readonly userDir: string;
  readonly port: number;
  /** Folders of packages to load, each with its package.json */
  readonly nodesDir?: readonly string[];
  /** Over the settings chosen here, as in settings.js */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Settings of a Node-RED that asks nobody outside this machine. */
export const settingsFor = ({ userDir, port, nodesDir = [], settings }: SettingsOptions) => ({
  userDir,
  flowFile: 'flows.json',
  uiHost: host,
  uiPort: port,
  httpAdminRoot: '/',
  httpNodeRoot: '/',
  nodesDir,
  telemetry: { enabled: false, updateNotification: false },
  runtimeState: { enabled: true, ui: true },
  // Without its catalogue the editor asks nobody outside this machine; packages can still be uploaded.
  editorTheme: { tours: false, projects: { enabled: false }, palette: { catalogues: [] } },
  ...settings,
});
