import type { Language } from "../../../model/graph.ts";
import { linkKinds, nodeKinds, type PropertyName, propertySpecs } from "../../../model/kinds.ts";
import { PageElement } from "../../ui/element.ts";
import { itemName } from "../item-names.ts";
import { type Built, type BuiltItem, type BuiltStep, type Condition, itemsOf } from "./built.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** The words of the builder. */
export type BuilderWords = typeof nl;

const tables: Readonly<Record<Language, BuilderWords>> = { nl, en };

/** What the elements of the builder are made from. */
export abstract class BuilderElement extends PageElement {
  protected get text(): BuilderWords {
    return tables[this.language];
  }

  /** What an item is called: its kind, with a number from the second of a kind. */
  protected nameOf(built: Built, item: number): string {
    const items = itemsOf(built);
    const { kind } = items[item] ?? {};
    const same = items.slice(0, item).filter((other) => other.kind === kind).length;
    return `${this.kindName(items[item])}${same > 0 ? ` ${same + 1}` : ""}`;
  }

  protected kindName(item: BuiltItem | undefined, isMany = false): string {
    return item?.kind ? nodeKinds[item.kind][this.language][isMany ? "many" : "one"] : this.text.anything;
  }

  /** A step as words between two kinds: “vraagt zich af”. */
  protected linkWords({ link, direction }: Pick<BuiltStep, "link" | "direction">): string {
    return link ? linkKinds[link][this.language][direction === "in" ? "in" : "out"] : this.text.anyLink;
  }

  protected propertyWord(property: string): string {
    if (property === "name" || property === "description") return this.text.property[property];
    return propertySpecs[property as PropertyName][this.language];
  }

  /** A condition in words. */
  protected conditionWords(condition: Condition): string {
    const { told, stated, derived } = this.text;
    switch (condition.about) {
      case "item":
        return told.item(condition.ids.map((id) => itemName(id, this.language)).join(", "));
      case "words":
        return told.words(this.propertyWord(condition.property), condition.words);
      case "text":
        return told.text(this.propertyWord(condition.property), condition.text);
      case "from":
      case "until":
        return told[condition.about](this.propertyWord(condition.property), condition.year);
      case "basis":
        return told.basis(condition.basis === "stated" ? stated : derived);
      case "source":
        return told.source(condition.source);
      case "contested":
        return told.contested;
    }
  }
}
