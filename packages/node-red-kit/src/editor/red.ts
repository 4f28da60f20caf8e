/** A node as the editor holds it; config nodes carry what was typed into their credentials and not deployed yet. */
export interface EditorNode {
  readonly id: string;
  readonly type: string;
  /** Tab or subflow */
  readonly z?: string;
  readonly credentials?: Readonly<Record<string, unknown>>;
  readonly [property: string]: unknown;
}

/** A completion of what is being typed. */
export interface Completion {
  readonly value: string;
  readonly label: string;
}

/** One entry of a typedInput's type menu: the name of a built-in type, or one made here. */
export type InputType =
  | string
  | {
      readonly value: string;
      readonly label: string;
      readonly icon?: string;
      readonly options?: readonly { readonly value: string; readonly label: string }[];
      readonly multiple?: boolean;
      /** Shows the value in its own way; it cannot be typed then */
      readonly valueLabel?: (container: { text(words: string): void }, value: string) => void;
      readonly autoComplete?: (typed: string) => Completion[];
      /** `true`, or what is wrong */
      readonly validate?: (value: string) => true | string;
      /** Opens an editor of its own for the value of the widget */
      readonly expand?: (this: { value(): string; value(text: string): void }) => void;
    };

/** A button below an editableList, beside the one that adds a row. */
export interface ListButton {
  readonly label: string;
  readonly icon: string;
  readonly click: () => void;
}

/** What an editableList is made with. */
export interface EditableListOptions<Data> {
  readonly addButton: string;
  /** The widget puts the button that adds a row before them */
  readonly buttons: ListButton[];
  readonly height: 'auto';
  readonly removable: boolean;
  readonly sortable: boolean;
  readonly ariaLabel: string;
  readonly addItem: (row: ArrayLike<HTMLElement>, index: number, data: Partial<Data>) => void;
  readonly removeItem: () => void;
  readonly sortItems: () => void;
}

/** The part of jQuery, with Node-RED's typedInput widget, that the forms use. */
export interface Widget {
  typedInput(options: { readonly default: string; readonly types: readonly InputType[] }): Widget;
  typedInput(property: 'value' | 'type'): string;
  typedInput(property: 'value' | 'type', value: string): void;
  autoComplete(options: { readonly search: (typed: string) => Completion[]; readonly minLength: number }): Widget;
  autoComplete(method: 'instance'): { readonly menu?: { hide(): void } } | undefined;
  editableList<Data>(options: EditableListOptions<Data>): Widget;
  editableList(method: 'addItem', data: object): void;
  on(events: string, handler: () => void): Widget;
  val(): unknown;
}

interface EditorGlobals {
  /** The editor's own API, as far as the forms use it. */
  readonly RED: {
    readonly nodes: {
      node(id: string): EditorNode | null;
      subflow(id: string): unknown;
    };
    readonly utils: { validateTypedProperty(value: string, type: string): true | string };
    readonly editor: {
      editJSON(options: {
        readonly value: string;
        readonly focus: boolean;
        readonly complete: (text: string) => void;
      }): void;
    };
    readonly settings: { readonly httpNodeRoot?: string; readonly apiRootUrl?: string };
  };
  readonly $: {
    (target: Element): Widget;
    ajax(options: {
      readonly url: string;
      readonly method: string;
      readonly contentType: string;
      readonly data: string;
      readonly success: (answer: unknown) => void;
      readonly error: (request: { readonly status: number }) => void;
    }): void;
  };
}

/** What the editor's page has ready when the package's html is loaded. */
export const { RED, $ } = globalThis as unknown as EditorGlobals;
