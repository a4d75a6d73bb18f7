import type { NodeId } from "../../model/graph.ts";
import { storyIds, storyNetwork } from "../app/story.ts";
import type { Story } from "./story.ts";

const ids = (...some: readonly string[]) => some as NodeId[];

/** As on the start page: institutions at both sides of the questions that they share. */
const spots = {
  "institution:rijn-ijssel": [-330, -210],
  "institution:graafschap-college": [-330, 0],
  "institution:koning-willem-i-college": [-330, 210],
  "institution:summa-college": [330, -120],
  "institution:mediacollege-amsterdam": [330, 120],
  "question:inbedding-gpl": [0, -210],
  "question:doorontwikkeling-producten": [0, 0],
  "question:inzet-ruimtes": [0, 210],
} as Record<NodeId, [number, number]>;

const basis = [...storyIds, storyNetwork, ...ids("publication:portretten-2023")];
const made = ids(
  "product:rijk-onderwijs",
  "product:hip-onderwijs",
  "product:mijn-school",
  "product:pit-training",
  "product:zes-pijlers-summa",
  "product:teams-leeromgeving-ma",
  "space:talent-atelier",
);
const rooms = ids("space:innovatielab-rijn-ijssel", "space:strax-lab", "space:summa-bic", "theme:inspirerende-ruimtes");
const helps = ids("activity:learning-labs-on-tour", "activity:werken-in-implementatieteams");

/** What the data set began with, in six steps: who shares which questions, what each made, and who can learn what from whom. */
export const seedStory: Story = {
  overlap: "story",
  version: 1,
  title: { nl: "Vijf instellingen, drie gedeelde vragen", en: "Five institutions, three shared questions" },
  steps: [
    {
      title: { nl: "Vijf instellingen, drie gedeelde vragen", en: "Five institutions, three shared questions" },
      text: {
        nl: "Links en rechts staan vijf mbo-instellingen. In het midden staan drie vragen over leren met ict. Elke instelling stelt ze alle drie. De ring om een vraag laat zien hoeveel instellingen haar delen.",
        en: "Five institutions stand left and right. Between them are three questions about learning with ICT. Each institution asks all three. The ring around a question shows how many institutions share it.",
      },
      show: storyIds,
      spots,
    },
    {
      title: { nl: "Hoe weten we dat?", en: "How do we know?" },
      text: {
        nl: "De vijf deden mee aan één onderzoekswerkplaats. Een publicatie daarover noemt de drie vragen als overeenkomst. Een doorgetrokken lijn staat zo in de bron. Een stippellijn leidden wij eruit af, zoals welke instelling welke vraag stelt.",
        en: "The five took part in one research lab. A publication about it names the three questions as what they have in common. A solid line stands like that in the source. A dotted line was derived by us, such as which institution asks which question.",
      },
      show: basis,
      select: storyNetwork,
    },
    {
      title: { nl: "Wat heeft elke instelling?", en: "What does each institution have?" },
      text: {
        nl: "Elke instelling heeft iets dat een ander kan gebruiken: een onderwijsconcept, een training, een digitale leeromgeving of een ruimte. Kies een groen blokje om te lezen wat het is.",
        en: "Each institution has something that another can use: an educational concept, a training, a digital learning environment or a space. Choose a green block to read what it is.",
      },
      show: [...basis, ...made],
    },
    {
      title: { nl: "Eén vraag van dichtbij: ruimtes", en: "One question close up: spaces" },
      text: {
        nl: "Hoe zet je inspirerende ruimtes effectief in? Rijn IJssel heeft een Innovatielab, Graafschap College het STRAX-lab, Koning Willem I College het Talent Atelier en Summa College een plek op de Brainport Industries Campus. Ze gaan alle vier over hetzelfde thema.",
        en: "How do you use inspiring spaces effectively? Rijn IJssel has an Innovatielab, Graafschap College the STRAX-lab, Koning Willem I College the Talent Atelier and Summa College a location at the Brainport Industries Campus. All four are about the same theme.",
      },
      show: [...basis, ...made, ...rooms],
      select: rooms[3],
    },
    {
      title: { nl: "Wat helpt al bij deze vragen?", en: "What helps with these questions already?" },
      text: {
        nl: "Twee activiteiten helpen bij een gedeelde vraag. Bij Learning labs on tour bezochten instellingen elkaars labs. Werken in implementatieteams helpt om wat ontworpen is ook echt te gebruiken.",
        en: "Two activities help with a shared question. In Learning labs on tour institutions visited each other's labs. Working in implementation teams helps to really use what was designed.",
      },
      show: [...basis, ...made, ...rooms, ...helps],
      select: helps[0],
    },
    {
      title: { nl: "Wie kan van wie leren?", en: "Who can learn from whom?" },
      text: {
        nl: "Mediacollege Amsterdam stelt de vraag over ruimtes. Learning labs on tour helpt daarbij, en Rijn IJssel deed daaraan mee. Daar ligt een kans om te leren. Op de pagina Kansen staan er meer, met de reden erbij. Verken nu zelf verder: alles wat je ziet blijft staan.",
        en: "Mediacollege Amsterdam asks the question about spaces. Learning labs on tour helps with it, and Rijn IJssel took part. That is an opportunity to learn. The page Opportunities has more, each with its reason. Go on exploring yourself: all that you see stays.",
      },
      show: [...basis, ...made, ...rooms, ...helps],
      path: ids(
        "institution:mediacollege-amsterdam",
        "question:inzet-ruimtes",
        "activity:learning-labs-on-tour",
        "institution:rijn-ijssel",
      ),
    },
  ],
};
