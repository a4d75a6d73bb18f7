import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type Claim, type ClaimRank, claimRanks, type GraphNode, type Source } from "../../../model/graph.ts";
import { type PropertyName, propertySpecs } from "../../../model/kinds.ts";
import "./evidence-fields.ts";
import { areaField, labelled, textField } from "./fields.ts";
import { FormElement } from "./form-element.ts";
import { evidenceIn, type FormRequest, fieldIn } from "./form-request.ts";

/** Puts another source's word beside what is there, and says how much each counts. */
@customElement("claim-form")
export class ClaimForm extends FormElement {
  @property({ attribute: false }) node?: GraphNode;
  @property({ attribute: false }) sources: readonly Source[] = [];

  override render() {
    const { text, wrong, node } = this;
    if (!node) return nothing;
    return html`<form class="form" novalidate @submit=${this.ask}>
      <p>${text.claimLead}</p>
      ${
        node.claims.length > 0
          ? html`<h2>${text.claimsTitle}</h2>
              ${node.claims.map(({ about, value, rank }, index) => this.#rank(`rank-${index}`, text.claimRankOf(about, value), rank))}
              <h2>${text.claimNew}</h2>
              <p class="second">${text.claimNewHint}</p>`
          : nothing
      }
      ${labelled(
        { name: "about", label: text.claimAbout, hint: text.claimAboutHint, wrong },
        ({ id, describedBy, isWrong }) =>
          html`<input id=${id} name="about" type="text" maxlength="100" list="form-abouts" autocomplete="off" aria-describedby=${describedBy} aria-invalid=${isWrong} />
            <datalist id="form-abouts">${[...this.#known(node).keys()].map((about) => html`<option value=${about}></option>`)}</datalist>`,
      )}
      ${areaField({ name: "value", label: text.claimValue, wrong }, "", 2, 1_000)}
      ${this.#rank("rank", text.claimRank, undefined)}
      <evidence-fields .wrong=${wrong}></evidence-fields>
      ${textField({ name: "why", label: text.why, hint: text.whyHint, wrong }, "", 500)}
      <button type="submit" class="button primary">${text.look}</button>
    </form>`;
  }

  #rank(name: string, label: string, chosen: ClaimRank = "normal") {
    const { claimRanks: words } = this.text;
    return labelled(
      { name, label, wrong: this.wrong },
      ({ id }) =>
        html`<select id=${id} name=${name}>
          ${claimRanks.map((rank) => html`<option value=${rank} ?selected=${rank === chosen}>${words[rank]}</option>`)}
        </select>`,
    );
  }

  /** What is known of the item already, by what it is about: in Dutch, as claims are. */
  #known({ properties, description, claims, evidence }: GraphNode): ReadonlyMap<string, string> {
    const [first] = evidence;
    const known = new Map<string, string>(claims.map(({ about }) => [about, ""]));
    if (!first) return known;
    for (const [name, value] of Object.entries(properties) as [PropertyName, string | number | boolean][])
      if (!known.has(propertySpecs[name].nl)) known.set(propertySpecs[name].nl, String(value));
    if (description && !known.has("omschrijving")) known.set("omschrijving", description);
    return known;
  }

  protected override requestIn(form: FormData, wrong: Map<string, string>): FormRequest | undefined {
    const { text, node } = this;
    if (!node) return undefined;
    const ranks = node.claims.flatMap((claim, index) => rankChange(claim, fieldIn(form, `rank-${index}`)));
    const [about, value] = [fieldIn(form, "about"), fieldIn(form, "value")];
    const why = fieldIn(form, "why");
    if (about === "" && value === "" && ranks.length > 0) return { edit: { is: "claim", id: node.id, ranks }, why };
    if (about === "") wrong.set("about", text.claimAboutMissing);
    if (value === "") wrong.set("value", text.claimValueMissing);
    const evidence = evidenceIn(form, [], wrong, text);
    const [first] = node.evidence;
    const now = this.#known(node).get(about);
    const beside = first && now ? { beside: { value: now, source: first.source } } : {};
    const says = { about, value, rank: rankNamed(fieldIn(form, "rank")), ...beside };
    return { edit: { is: "claim", id: node.id, says, ranks }, ...(evidence && { evidence }), why };
  }
}

const rankNamed = (name: string): ClaimRank => claimRanks.find((rank) => rank === name) ?? "normal";

function rankChange({ about, value, source, rank: seen = "normal" }: Claim, chosen: string) {
  const rank = rankNamed(chosen);
  return rank === seen ? [] : [{ about, value, source, seen, rank }];
}

declare global {
  interface HTMLElementTagNameMap {
    "claim-form": ClaimForm;
  }
}
