import type { Task } from "@lit/task";
import { TaskStatus } from "@lit/task";
import { html, nothing, type TemplateResult } from "lit";
import "./error-view.ts";
import "./wait-view.ts";

/**
 * What a task gives, in every state: waiting, failed, done. What was read before stays readable while it is read
 * again and when that fails; it stays the same elements, so that whoever stands in it keeps the focus and the place.
 */
export function taskView<Value>(
  task: Task<readonly unknown[], Value>,
  complete: (value: Value) => TemplateResult | typeof nothing,
): TemplateResult {
  const last = task.value === undefined || task.status === TaskStatus.INITIAL ? nothing : complete(task.value);
  return html`${stateOf(task, last !== nothing)}${last}`;
}

function stateOf(task: Task<readonly unknown[]>, hasLast: boolean) {
  if (task.status === TaskStatus.PENDING) return html`<wait-view .small=${hasLast} .stop=${() => task.abort()}></wait-view>`;
  if (task.status === TaskStatus.ERROR)
    return html`<error-view .error=${task.error} .safe=${hasLast} .retry=${() => void task.run()}></error-view>`;
  return nothing;
}
