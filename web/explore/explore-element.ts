import { PageElement } from "../ui/element.ts";
import { type ExploreWords, exploreWordsIn } from "./words.ts";

/** What the parts of exploring are made from: an element of the page with the words of exploring. */
export abstract class ExploreElement extends PageElement {
  protected get text(): ExploreWords {
    return exploreWordsIn(this.language);
  }
}
