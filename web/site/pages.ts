import { decoded } from "../app/address.ts";
import type { Words } from "../app/words.ts";

/**
 * A page of the site. To add one: make an element in the folder of its feature that extends PageElement, has one
 * `<h1 tabindex="-1">` and takes what `:name` parts of its path hold as the property `params`; put its words beside it,
 * and its title in web/app/words.nl.ts and words.en.ts; and list it here, with its element imported only when it is
 * visited. The query of the address is in the store of the page
 * (`new Selected(this, appStore, ({ address }) => address.query)`) and is changed by `replaceQuery`; links are made by
 * `linkTo`. What the feature must know between visits is a store of its own, which app-shell.ts provides.
 */
export interface Page {
  /** As in `/instelling/:slug`. */
  readonly path: string;
  /** The name of its element. */
  readonly tag: string;
  readonly load: () => Promise<unknown>;
  readonly title: (words: Words) => string;
  /** Stands in the main menu. */
  readonly menu?: true;
}

export const pages: readonly Page[] = [
  { path: "/", tag: "start-page", load: () => import("../start/start-page.ts"), title: ({ pages }) => pages.start },
  {
    path: "/verken",
    tag: "explore-page",
    load: () => import("../explore/explore-page.ts"),
    title: ({ pages }) => pages.explore,
    menu: true,
  },
  {
    path: "/instelling",
    tag: "institutions-page",
    load: () => import("../discovery/institution/institutions-page.ts"),
    title: ({ pages }) => pages.institutions,
    menu: true,
  },
  {
    path: "/instelling/:slug",
    tag: "institution-page",
    load: () => import("../discovery/institution/institution-page.ts"),
    title: ({ pages }) => pages.institution,
  },
  {
    path: "/overlap",
    tag: "overlap-page",
    load: () => import("../discovery/overlap/overlap-page.ts"),
    title: ({ pages }) => pages.overlap,
    menu: true,
  },
  {
    path: "/kansen",
    tag: "opportunities-page",
    load: () => import("../discovery/opportunities/opportunities-page.ts"),
    title: ({ pages }) => pages.opportunities,
    menu: true,
  },
  {
    path: "/patronen",
    tag: "patterns-page",
    load: () => import("../patterns/patterns-page.ts"),
    title: ({ pages }) => pages.patterns,
    menu: true,
  },
  {
    path: "/cijfers",
    tag: "numbers-page",
    load: () => import("../numbers/numbers-page.ts"),
    title: ({ pages }) => pages.numbers,
  },
  {
    path: "/inlezen",
    tag: "import-page",
    load: () => import("../curation/import-page.ts"),
    title: ({ pages }) => pages.import,
  },
  {
    path: "/wijzig",
    tag: "edit-page",
    load: () => import("../curation/forms/edit-page.ts"),
    title: ({ pages }) => pages.edit,
  },
  {
    path: "/kwaliteit",
    tag: "quality-page",
    load: () => import("../curation/quality/quality-page.ts"),
    title: ({ pages }) => pages.quality,
  },
  {
    path: "/aanmelden",
    tag: "sign-in-page",
    load: () => import("../accounts/sign-in-page.ts"),
    title: ({ pages }) => pages.signIn,
  },
  {
    path: "/insluiten",
    tag: "embed-page",
    load: () => import("../explore/embed/embed-page.ts"),
    title: ({ pages }) => pages.embed,
  },
  { path: "/over", tag: "about-page", load: () => import("../start/about-page.ts"), title: ({ pages }) => pages.about },
  {
    path: "/zoek",
    tag: "search-page",
    load: () => import("../explore/search/search-page.ts"),
    title: ({ pages }) => pages.search,
  },
  {
    path: "/kans",
    tag: "match-page",
    load: () => import("../discovery/opportunities/match-page.ts"),
    title: ({ pages }) => pages.match,
  },
  {
    path: "/resultaat",
    tag: "cited-result-page",
    load: () => import("../cite/cited-result-page.ts"),
    title: ({ pages }) => pages.citedResult,
  },
  {
    path: "/versies",
    tag: "versions-page",
    load: () => import("../versions/versions-page.ts"),
    title: ({ pages }) => pages.versions,
  },
  {
    path: "/geschiedenis",
    tag: "history-page",
    load: () => import("../versions/history/history-page.ts"),
    title: ({ pages }) => pages.history,
  },
  {
    path: "/vraag",
    tag: "question-page",
    load: () => import("../discovery/question/question-page.ts"),
    title: ({ pages }) => pages.question,
  },
];

/** The page at a path, with what the named parts of its path hold. */
export function pageAt(path: string): { readonly page: Page; readonly params: Readonly<Record<string, string>> } | undefined {
  for (const page of pages) {
    const found = new RegExp(`^${page.path.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`).exec(path);
    if (!found) continue;
    const params = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)]);
    return { page, params: Object.fromEntries(params) };
  }
  return undefined;
}
