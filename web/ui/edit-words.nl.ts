/** The Dutch words of what an editor can do with an item. */
export const nl = {
  label: (name: string) => `Voor redacteuren: ${name}`,
  edit: "Wijzig",
  confirm: "Klopt nog",
  claim: "Een bron zegt iets anders",
  addLink: "Verband erbij",
  addItem: "Nieuw item hierbij",
  history: "Geschiedenis",
};
