import type { Task } from "@lit/task";
import { TaskStatus } from "@lit/task";
import { html, nothing, type TemplateResult } from "lit";
import "./error-view.ts";
import "./wait-view.ts";

/**
 * What a task gives, in every state: waiting, failed, done. What was read before stays readable while it is read
 * again and when that fails.
 */
export function taskView<Value>(
  task: Task<readonly unknown[], Value>,
  complete: (value: Value) => TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  const last = task.value === undefined ? nothing : complete(task.value);
  switch (task.status) {
    case TaskStatus.INITIAL:
      return nothing;
    case TaskStatus.PENDING:
      return html`<wait-view .small=${last !== nothing} .stop=${() => task.abort()}></wait-view>${last}`;
    case TaskStatus.ERROR:
      return html`<error-view .error=${task.error} .safe=${last !== nothing} .retry=${() => void task.run()}></error-view>${last}`;
    default:
      return last;
  }
}
