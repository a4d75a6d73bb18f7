/** De woorden van een tekening in een andere site, en van de pagina die vertelt hoe dat gaat. */
export const nl = {
  loading: "De tekening wordt opgehaald …",
  failed: "De tekening kan nu niet worden opgehaald.",
  instead: "Hieronder staat wat erbij geschreven is.",
  nothing: "Hier is niets te tekenen: geen van deze items staat in de gegevens.",
  missing: (count: string) =>
    count === "1" ? "1 item staat niet (meer) in de gegevens." : `${count} items staan niet (meer) in de gegevens.`,
  hint: "Kies een item voor meer. Zoomen: + en −, of Ctrl (⌘) met het wiel.",
  choose: "Kies een item om te zien wat het is.",
  zoomIn: "Inzoomen",
  zoomOut: "Uitzoomen",
  fit: "Alles in beeld",
  tools: "Zoomen",
  joined: (count: string) => (count === "1" ? "1 verband in deze tekening" : `${count} verbanden in deze tekening`),
  open: "Bekijk in Overlap",
  openLabel: (name: string) => `Bekijk in Overlap: ${name}, in een nieuw tabblad`,
  asTable: "Deze tekening als tabel",
  table: "Wat er in de tekening staat",
  columns: { name: "Naam", kind: "Soort", joined: "Hangt samen met" },
  from: "Uit Overlap: wie in het mbo werkt aan dezelfde vragen",
  page: {
    heading: "Zet een tekening in je eigen site",
    lead: "Een tekening uit Overlap kan op de site van jullie instelling of netwerk staan. Bezoekers kunnen er items in kiezen en lezen wat ze zijn.",
    preview: "Zo ziet het eruit",
    which: "Welke tekening?",
    whichHint:
      "Maak in Verkennen de tekening die je wilt tonen, en kopieer de link. Plak die hier. Wat je daar vastzette, verborg of uitkoos, blijft zo.",
    address: "Link naar een tekening",
    show: "Toon",
    wrong: "Dit is geen link naar een tekening uit Verkennen.",
    script: "Met een script",
    scriptHint:
      "Zet dit in de pagina. De tabel of tekst binnen het element staat er voor wie geen JavaScript heeft, en als de server even niet bereikbaar is. Heeft jullie site een strenge beveiliging (CSP)? Laat dan dit adres toe bij script-src en connect-src.",
    scriptNeeds: "De beheerder van deze server noemt jullie site in de instelling CORS_ORIGINS.",
    frame: "Met een kader",
    frameHint: "Kan er op jullie site geen script bij? Zet dan een kader neer.",
    frameNeeds:
      "De beheerder van deze server noemt jullie site in de instelling FRAME_ORIGINS. Tot dan toont een browser het kader niet.",
    copy: "Kopieer",
    copied: "Gekopieerd.",
    notCopied: "Kopiëren lukte niet. Kies de tekst en kopieer zelf.",
    scroll:
      "Wie door jullie pagina scrolt, blijft niet in de tekening hangen: het wiel zoomt alleen met Ctrl (⌘) erbij, en met één vinger schuift de pagina. Er worden geen cookies gezet en er gaat niets naar anderen dan deze server.",
    fallback: "Deze tekening staat ook op",
    title: "Tekening uit Overlap",
  },
};
