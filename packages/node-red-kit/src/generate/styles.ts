/** Styles of the forms. Colours are the editor's variables only, so that they fit every theme. */
export const styles = `
.patchbay-form .form-row > label { width: 120px; white-space: nowrap; }
.patchbay-form [id^="patchbay-credential-"] > .form-row > label { white-space: normal; vertical-align: middle; }
.patchbay-form .form-row > input[type="text"], .patchbay-form .form-row > input[type="password"], .patchbay-form .form-row > select { width: calc(100% - 125px); }
.patchbay-form .form-row > .red-ui-typedInput-container { width: calc(100% - 125px) !important; }
.patchbay-form [hidden] { display: none !important; }
.patchbay-form code { font-size: 11px; color: var(--red-ui-secondary-text-color); background: none; border: none; padding: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.patchbay-note:empty, .patchbay-title:empty, .patchbay-problem:empty, .patchbay-hint:empty { display: none; }
.patchbay-form .patchbay-note, .patchbay-form > .patchbay-hint, .patchbay-form .form-row + .patchbay-hint { margin: -6px 0 12px 125px; }
/* Long texts wrap; without containment they would make the dialog as wide as their longest line. */
.patchbay-hint, .patchbay-note, .patchbay-title, .patchbay-problem, .patchbay-address, .patchbay-pick { contain: inline-size; }
.patchbay-hint, .patchbay-note { color: var(--red-ui-secondary-text-color); font-size: 12px; line-height: 1.4; overflow-wrap: anywhere; }
.patchbay-warning { color: var(--red-ui-text-color-warning); }
.patchbay-note.patchbay-success { color: var(--red-ui-text-color-success); }
.patchbay-problem, .patchbay-note.patchbay-problem, .patchbay-hint.patchbay-problem { color: var(--red-ui-text-color-error); font-size: 12px; }
#patchbay-fields { border-top: 1px solid var(--red-ui-secondary-border-color); margin: 4px 0 12px; padding-top: 10px; }
#patchbay-fields:empty { border: none; margin: 0; padding: 0; }
.patchbay-row { margin-bottom: 14px; }
.patchbay-form .patchbay-beside { display: inline-flex; gap: 4px; width: calc(100% - 125px); vertical-align: middle; }
.patchbay-form .patchbay-beside > select, .patchbay-form .patchbay-beside > input[type="text"] { flex: 1; min-width: 0; width: auto; margin: 0; }
#patchbay-finder { margin: 0 0 12px 125px; }
#patchbay-finder > .patchbay-pick { margin: 0; }
#patchbay-finder code { display: none; }
.patchbay-value .red-ui-typedInput-value-label { line-height: 32px; padding: 0 6px; white-space: nowrap; text-overflow: ellipsis; }
.patchbay-builder { margin-top: 4px; }
.patchbay-form .patchbay-builder > select, .patchbay-form .patchbay-group > select { width: auto; margin: 0 0 4px; }
.patchbay-builder .red-ui-editableList-border { border-color: var(--red-ui-form-input-border-color); }
.patchbay-list-row { display: flex; flex-direction: column; gap: 4px; }
.patchbay-list-line { display: flex; gap: 4px; }
.patchbay-list-line > .red-ui-typedInput-container { flex: 1; min-width: 0; }
.patchbay-form .patchbay-list-line > input.patchbay-list-field { flex: 1; min-width: 0; width: auto; margin: 0; }
.patchbay-form .patchbay-list-line > select.patchbay-list-operator { width: 130px; margin: 0; }
.patchbay-head { display: flex; align-items: center; gap: 8px; min-height: 24px; }
.patchbay-head > :first-child { font-weight: 600; white-space: nowrap; }
.patchbay-head > code { flex: 1; text-align: right; }
.patchbay-mark { font-size: 11px; color: var(--red-ui-secondary-text-color); border: 1px solid var(--red-ui-secondary-border-color); border-radius: 3px; padding: 0 4px; }
.patchbay-value { display: flex; gap: 4px; align-items: stretch; }
.patchbay-value > .red-ui-typedInput-container { flex: 1; min-width: 0; }
.patchbay-row.patchbay-wrong > .patchbay-value > .red-ui-typedInput-container, .patchbay-list-row.patchbay-wrong > .patchbay-list-line > .red-ui-typedInput-container { border-color: var(--red-ui-form-input-border-error-color); }
.patchbay-title { font-size: 12px; margin-top: 2px; overflow-wrap: anywhere; }
.patchbay-title::before { content: "\\2192  "; color: var(--red-ui-secondary-text-color); }
.patchbay-pick { border: 1px solid var(--red-ui-form-input-border-color); border-radius: 4px; background: var(--red-ui-form-input-background); margin-top: 4px; padding: 6px; }
.patchbay-pick > input[type="text"] { width: 100%; box-sizing: border-box; margin: 0; }
.patchbay-pick > ul { list-style: none; margin: 6px 0 0; max-height: 180px; overflow-y: auto; }
.patchbay-pick > ul:empty { display: none; }
.patchbay-pick li { display: flex; justify-content: space-between; gap: 12px; padding: 4px 6px; cursor: pointer; border-radius: 3px; color: var(--red-ui-list-item-color); }
.patchbay-pick li > span { flex: 1; min-width: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.patchbay-pick li:hover { background: var(--red-ui-list-item-background-hover); }
.patchbay-pick li[aria-selected="true"] { background: var(--red-ui-list-item-background-selected); }
.patchbay-form .patchbay-pick > .patchbay-note { margin: 4px 6px 0; }
.patchbay-list { margin: -4px 0 8px 125px; height: 200px; overflow-y: auto; border: 1px solid var(--red-ui-form-input-border-color); border-radius: 4px; background: var(--red-ui-form-input-background); }
.patchbay-form .patchbay-list > label { display: flex; align-items: flex-start; gap: 8px; width: auto; margin: 0; padding: 5px 8px; cursor: pointer; }
.patchbay-form .patchbay-list > label:hover { background: var(--red-ui-list-item-background-hover); }
.patchbay-list > label > input[type="checkbox"] { margin: 3px 0 0; width: auto; }
.patchbay-list > label > span { display: flex; flex-direction: column; min-width: 0; line-height: 1.4; }
.patchbay-address { margin: -6px 0 12px 125px; font-family: var(--red-ui-monospace-font); font-size: 12px; overflow-wrap: anywhere; user-select: text; color: var(--red-ui-primary-text-color); }
.patchbay-form .form-row > label.patchbay-check { display: inline-flex; align-items: flex-start; gap: 6px; width: calc(100% - 125px); margin: 0; white-space: normal; cursor: pointer; vertical-align: top; }
.patchbay-form .patchbay-check > input { width: auto; margin: 3px 0 0; }
`;
