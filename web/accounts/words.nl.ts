/** The Dutch words of signing in. */
export const nl = {
  heading: "Voor redacteuren",
  lead: "Lezen kan iedereen, zonder account. Wie gegevens wil toevoegen of verbeteren, meldt zich hier aan.",
  token: "Toegangscode",
  tokenHint: "Die krijg je van wie deze server beheert.",
  initials: "Je initialen (mag leeg blijven)",
  initialsHint: "Ze staan bij wat je verandert, zodat collega’s zien wie het was. Geen hele naam, hoogstens vier letters.",
  signIn: "Aanmelden",
  signingIn: "Aanmelden …",
  empty: "Vul de toegangscode in.",
  wrong: "Deze toegangscode klopt niet. Kijk of je alles hebt overgenomen, zonder spaties.",
  wrongInitials: "Initialen zijn hoogstens vier letters of cijfers.",
  tooOften: "Dat was te vaak mis. Wacht een minuut en probeer het opnieuw.",
  signedIn: (initials: string, until: string) =>
    `Je bent aangemeld als redacteur${initials ? ` (${initials})` : ""}, tot ${until} uur.`,
  signOut: "Afmelden",
  signedOut: "Je bent afgemeld.",
  nobody:
    "Op deze server kan nu niemand iets veranderen. Wie de server beheert, kan redacteuren toelaten met de instelling ADMIN_TOKEN.",
  edit: "Iets toevoegen of wijzigen",
  quality: "Wat kan er beter in de gegevens?",
  import: "Gegevens inlezen uit een rekenblad",
};
