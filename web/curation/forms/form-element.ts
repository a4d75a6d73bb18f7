import { state } from "lit/decorators.js";
import { PageElement } from "../../ui/element.ts";
import { AskedEvent, type FormRequest, type Wrong } from "./form-request.ts";
import { type FormWords, formWords } from "./words.ts";

/** A form that asks for one change. @fires {AskedEvent} form-asked - it is filled in */
export abstract class FormElement extends PageElement {
  @state() protected wrong: Wrong = new Map();

  protected get text(): FormWords {
    return formWords(this.language);
  }

  /** What the form asks for; what is wrong or missing is told in `wrong`. */
  protected abstract requestIn(form: FormData, wrong: Map<string, string>): FormRequest | undefined;

  protected readonly ask = (event: SubmitEvent): void => {
    event.preventDefault();
    const wrong = new Map<string, string>();
    const request = this.requestIn(new FormData(event.target as HTMLFormElement), wrong);
    this.wrong = wrong;
    if (wrong.size > 0 || !request) void this.#leadToWrong();
    else this.dispatchEvent(new AskedEvent(request));
  };

  /** Says how much is missing, and leads to the first of it. */
  async #leadToWrong(): Promise<void> {
    this.say(this.text.mend(this.wrong.size));
    await this.updateComplete;
    await Promise.all([...this.querySelectorAll<PageElement>("evidence-fields")].map(({ updateComplete }) => updateComplete));
    const first = this.querySelector<HTMLElement>(".form-wrong");
    first?.closest("fieldset, .field")?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }
}
