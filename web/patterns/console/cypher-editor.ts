import { autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { css, html, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { WordElement } from "../../ui/element.ts";
import { type EditorFault, type KnownNames, TypedEvent } from "../editing.ts";
import { completeCypher } from "./completions.ts";
import { cypherWords } from "./cypher-language.ts";
import { formatCypher } from "./format-cypher.ts";
import { phrases } from "./phrases.ts";

/**
 * Where Cypher is written, with its words in colours, completion and what is wrong at its position. The editor stands in a shadow
 * root, since it may put style sheets there without breaking the content security policy.
 * @fires {TypedEvent} cypher-typed - the text was changed by hand
 * @fires pattern-run - Control (or Command) and Enter
 */
@customElement("cypher-editor")
export class CypherEditor extends WordElement {
  static override readonly styles = css`
    :host {
      display: block;
    }
  `;

  @property() value = "";
  /** Its name for a screen reader. */
  @property() label = "";
  @property({ attribute: false }) known?: KnownNames;
  /** What is wrong with the text as it stands. */
  @property({ attribute: false }) fault: EditorFault | undefined;
  #view: EditorView | undefined;

  override render() {
    return html`<div id="stage"></div>`;
  }

  protected override firstUpdated(): void {
    const root = this.renderRoot as ShadowRoot;
    const parent = root.getElementById("stage") ?? undefined;
    this.#view = new EditorView({ doc: this.value, root, extensions: this.#extensions(), ...(parent && { parent }) });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const view = this.#view;
    if (!view) return;
    const text = view.state.doc.toString();
    if (changed.has("value") && this.value !== text) view.dispatch({ changes: { from: 0, to: text.length, insert: this.value } });
    if (changed.has("fault")) this.#show(this.fault, view);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.destroy();
    this.#view = undefined;
  }

  override focus(): void {
    this.#view?.focus();
  }

  /** Puts the cursor at a position, and chooses some signs from there; lines and columns count from 1. */
  goTo(line: number, column: number, signs: number): void {
    const view = this.#view;
    if (!view) return;
    view.focus();
    const at = positionOf(view.state, line, column);
    view.dispatch({ selection: { anchor: at, head: Math.min(at + signs, view.state.doc.length) }, scrollIntoView: true });
  }

  /** Where the selection begins and ends. */
  get selection(): readonly [from: number, to: number] {
    const { from, to } = this.#view?.state.selection.main ?? { from: 0, to: 0 };
    return [from, to];
  }

  /** Puts a text where the cursor is. */
  insert(text: string): void {
    const view = this.#view;
    if (!view) return;
    view.dispatch(view.state.replaceSelection(text), { userEvent: "input", scrollIntoView: true });
    view.focus();
  }

  /** Gives each clause a line of its own. */
  format(): boolean {
    const view = this.#view;
    if (!view) return false;
    const text = view.state.doc.toString();
    const formatted = formatCypher(text);
    if (formatted !== text) view.dispatch({ changes: { from: 0, to: text.length, insert: formatted }, userEvent: "input" });
    return true;
  }

  #extensions(): Extension {
    const run = (view: EditorView) => {
      closeCompletion(view);
      return this.dispatchEvent(new Event("pattern-run", { bubbles: true, composed: true }));
    };
    return [
      lineNumbers(),
      history(),
      bracketMatching(),
      closeBrackets(),
      StreamLanguage.define(cypherWords),
      syntaxHighlighting(colours),
      autocompletion({
        override: [(context) => (this.known ? completeCypher(context, this.known) : null)],
        icons: false,
      }),
      keymap.of([
        { key: "Ctrl-Enter", mac: "Cmd-Enter", run, preventDefault: true },
        { key: "Ctrl-Enter", run, preventDefault: true },
        { key: "Shift-Alt-f", run: () => this.format(), preventDefault: true },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        ...lintKeymap,
      ]),
      EditorView.domEventHandlers({ beforeinput: replaceChosen }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": this.label, spellcheck: "false", autocapitalize: "none" }),
      EditorState.phrases.of(phrases[this.language]),
      EditorView.updateListener.of(({ docChanged, state }) => {
        const text = state.doc.toString();
        if (docChanged && text !== this.value) this.dispatchEvent(new TypedEvent(text));
      }),
      look,
    ];
  }

  #show(fault: EditorFault | undefined, view: EditorView): void {
    if (!fault) {
      view.dispatch(setDiagnostics(view.state, []));
      return;
    }
    const from = positionOf(view.state, fault.line, fault.column);
    const word = /^\w+|^./s.exec(view.state.sliceDoc(from))?.[0] ?? "";
    const to = from + word.length;
    view.dispatch(setDiagnostics(view.state, [{ from, to, severity: "error", message: fault.text }]));
  }
}

/**
 * Types over what is chosen by itself: the browser would give what replaces coloured words their style in an attribute, which
 * the content security policy forbids.
 */
function replaceChosen(event: InputEvent, view: EditorView): boolean {
  const { data, inputType } = event;
  // The editor itself hears of what is chosen only after the browser does; in a shadow root, the event names no range.
  const { anchorNode, anchorOffset, focusNode, focusOffset } = chosenIn(view.root) ?? {};
  if (inputType !== "insertText" || !data || !anchorNode || !focusNode || view.composing) return false;
  const ends = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  if (from === to) return false;
  event.preventDefault();
  const selection = { anchor: from + data.length };
  const changes = { from, to, insert: data };
  const insert = () => view.state.update({ changes, selection, userEvent: "input.type", scrollIntoView: true });
  const isTaken = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert));
  if (!isTaken) view.dispatch(insert());
  return true;
}

/** What is chosen within a root; only some browsers can tell that of a shadow root. */
const chosenIn = (root: DocumentOrShadowRoot & { getSelection?: () => Selection | null }): Selection | null =>
  root.getSelection?.() ?? null;

function positionOf(state: EditorState, line: number, column: number): number {
  const { from, to } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return Math.min(from + Math.max(column, 1) - 1, to);
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "light-dark(#0b5d33, #7fdcb4)" },
  { tag: [tags.number, tags.atom], color: "light-dark(#70366d, #d8a6d6)" },
  { tag: tags.typeName, color: "light-dark(#8a4b0b, #f0b27a)" },
  { tag: tags.comment, color: "var(--ink-2)", fontStyle: "italic" },
  { tag: tags.function(tags.variableName), color: "var(--ink)", fontWeight: "600" },
  { tag: tags.special(tags.variableName), color: "light-dark(#70366d, #d8a6d6)" },
]);

const look = EditorView.theme({
  "&": {
    backgroundColor: "var(--paper-2)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    fontSize: "0.875rem",
  },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", minHeight: "9rem", maxHeight: "28rem" },
  ".cm-content": { padding: "var(--gap-3) 0", caretColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--ink-2)", border: "0" },
  "&.cm-focused .cm-matchingBracket": { outline: "1px solid var(--line)", backgroundColor: "transparent" },
  ".cm-tooltip": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius)",
    boxShadow: "var(--shadow)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxWidth: "min(32rem, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px var(--gap-3)", minHeight: "24px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent-soft)",
    color: "var(--ink)",
    outline: "2px solid var(--accent)",
    outlineOffset: "-2px",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { color: "var(--ink-2)", fontStyle: "normal" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--warn)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--warn)", textUnderlineOffset: "3px" },
});

declare global {
  interface HTMLElementTagNameMap {
    "cypher-editor": CypherEditor;
  }
}
