/** The Dutch words of what an editor can do with an item. */
export const nl = {
  label: (name: string) => `Voor redacteuren: ${name}`,
  edit: "Wijzig",
  addLink: "Verband erbij",
  addItem: "Nieuw item hierbij",
  history: "Geschiedenis",
};
