import type { nl } from "./words.nl.ts";

/** The words of a drawing in another site, and of the page that tells how that is done. */
export const en = {
  loading: "Fetching the drawing …",
  failed: "The drawing cannot be fetched now.",
  instead: "Below is what was written with it.",
  nothing: "There is nothing to draw: none of these items is in the data.",
  missing: (count: string) =>
    count === "1" ? "1 item is not in the data (any more)." : `${count} items are not in the data (any more).`,
  hint: "Choose an item for more. To zoom: + and −, or Ctrl (⌘) with the wheel.",
  choose: "Choose an item to see what it is.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "All in view",
  tools: "Zoom",
  joined: (count: string) => (count === "1" ? "1 link in this drawing" : `${count} links in this drawing`),
  open: "See it in Overlap",
  openLabel: (name: string) => `See it in Overlap: ${name}, in a new tab`,
  asTable: "This drawing as a table",
  table: "What is in the drawing",
  columns: { name: "Name", kind: "Kind", joined: "Joined to" },
  from: "From Overlap: who works on the same questions in Dutch vocational education",
  page: {
    heading: "Put a drawing in your own site",
    lead: "A drawing of Overlap can stand on the site of your institution or network. Visitors can choose items in it and read what they are.",
    preview: "What it looks like",
    which: "Which drawing?",
    whichHint:
      "Make the drawing that you want to show in Explore, and copy the link. Paste it here. What you pinned, hid or selected there stays so.",
    address: "Link to a drawing",
    show: "Show",
    wrong: "This is no link to a drawing of Explore.",
    script: "With a script",
    scriptHint:
      "Put this in the page. The table or text inside the element is for who has no JavaScript, and for when the server cannot be reached. Does your site have a strict security policy (CSP)? Then allow this address in script-src and connect-src.",
    scriptNeeds: "Whoever runs this server names your site in the setting CORS_ORIGINS.",
    frame: "With a frame",
    frameHint: "Can your site take no script? Then put a frame there.",
    frameNeeds:
      "Whoever runs this server names your site in the setting FRAME_ORIGINS. Until then browsers do not show the frame.",
    copy: "Copy",
    copied: "Copied.",
    notCopied: "Copying did not work. Select the text and copy it yourself.",
    scroll:
      "Whoever scrolls through your page does not get stuck in the drawing: the wheel zooms only with Ctrl (⌘), and one finger moves the page. No cookies are set, and nothing goes to anybody but this server.",
    fallback: "This drawing is also at",
    title: "Drawing of Overlap",
  },
} satisfies typeof nl;
