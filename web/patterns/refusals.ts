import type { Language } from "../../model/graph.ts";

/**
 * Why a pattern is refused, in Dutch. The server says it in English, with names and values out of the pattern: `{}` stands for each of
 * these, in the same order in both sentences unless it has a number. tests/web/patterns/refusals.test.ts asks for every refusal there is.
 */
const inDutch: readonly (readonly [english: string, dutch: string])[] = [
  // clauses
  ["{} would change the graph. A pattern only reads: {}", "{1} zou de gegevens veranderen. {read}"],
  ["LOAD CSV would read a file or a web page. A pattern only reads: {}", "LOAD CSV zou een bestand of webpagina lezen. {read}"],
  [
    "Schema and administration commands, SHOW and TERMINATE are refused. A pattern only reads: {}",
    "Opdrachten voor beheer, SHOW en TERMINATE mogen niet. {read}",
  ],
  ["Console commands are refused. A pattern only reads: {}", "Opdrachten van een console mogen niet. {read}"],
  ["USE is refused: a pattern runs on the one graph there is", "USE mag niet: een patroon zoekt in de gegevens die er zijn"],
  ["EXPLAIN, PROFILE and CYPHER options are refused", "EXPLAIN, PROFILE en opties van CYPHER mogen niet"],
  [
    "CALL of a procedure is refused: none is the same on every engine. CALL { … } with a subquery is fine",
    "CALL van een procedure mag niet: geen enkele is in elke database gelijk. CALL { … } met een deelvraag mag wel",
  ],
  ["IN TRANSACTIONS is refused: a pattern only reads", "IN TRANSACTIONS mag niet: een patroon leest alleen"],
  ["FINISH is refused: a pattern ends in RETURN", "FINISH mag niet: een patroon eindigt met RETURN"],
  [
    "USING hints are refused: they change how an engine works, not what it finds",
    "Aanwijzingen met USING mogen niet: ze veranderen hoe er gezocht wordt, niet wat er gevonden wordt",
  ],
  ["FILTER is not known to the engines: use WITH … WHERE", "FILTER is niet bekend: gebruik WITH … WHERE"],
  ["LET is not known to the engines: use WITH *, … AS …", "LET is niet bekend: gebruik WITH *, … AS …"],
  ["WHEN … THEN … as a query is not known to the engines", "WHEN … THEN … als vraag is niet bekend"],
  ["One statement at a time", "Eén opdracht tegelijk"],
  ["{} is not part of what a pattern may hold", "{} hoort niet bij wat een patroon mag bevatten"],
  ["There is no pattern here: only comments", "Hier staat geen patroon: alleen opmerkingen"],
  ["The embedded engine does not know this: {}", "De ingebouwde database kent dit niet: {}. Op Neo4j kan het wel"],
  // functions
  [
    "id() gives the engine's own number, {}: use n.id",
    "id() geeft een nummer van de database zelf, dat elders niets betekent: gebruik n.id",
  ],
  [
    "elementId() gives the engine's own name, {}: use n.id",
    "elementId() geeft een naam van de database zelf, die elders niets betekent: gebruik n.id",
  ],
  [
    "exists(…) is no longer a function: use IS NOT NULL, or EXISTS { … }",
    "exists(…) is geen functie meer: gebruik IS NOT NULL, of EXISTS { … }",
  ],
  ["The function {} is not one that a pattern may use", "De functie {} mag niet in een patroon"],
  ["{} takes {} to {} values, and here it gets {}", "{} wil {} tot {} waarden, en krijgt er hier {}"],
  // how it is written
  ["A pattern has at most {} characters", "Een patroon heeft hoogstens {} tekens"],
  ["A pattern has at most {} relationships", "Een patroon heeft hoogstens {} verbanden"],
  [
    "Unicode escapes such as {} are refused: write the character itself, or pass it as a parameter",
    "Codes zoals {} mogen niet: schrijf het teken zelf, of geef het als waarde mee",
  ],
  ["A control character, or half a character, is refused", "Een stuurteken of een half teken mag niet"],
  ["A comment that begins with /* must end with */", "Een opmerking die begint met /* moet eindigen met */"],
  ["{} is not part of Cypher here, or is not closed", "{} hoort hier niet, of wordt niet afgesloten"],
  [
    "Outside texts and `names` only plain letters are allowed: {}",
    "Buiten teksten en `namen` mogen alleen letters zonder accent: {}",
  ],
  ["At most {} brackets may stand within one another", "Hoogstens {} haakjes mogen in elkaar staan"],
  [
    "A name in backticks may hold no backtick, no \\ and no control character",
    "Een naam tussen ` ` mag geen `, geen \\ en geen stuurteken bevatten",
  ],
  ["{} is not a plain name", "{} is geen gewone naam"],
  ["{} is a word of Cypher: as a name, put it in backticks", "{} is een woord van Cypher: zet het als naam tussen ` `"],
  [
    "Write [r:ASKS|MADE], with one colon: Neo4j no longer takes [r:ASKS|:MADE]",
    "Schrijf [r:ASKS|MADE], met één dubbele punt: [r:ASKS|:MADE] mag niet meer",
  ],
  ["That is not a number", "Dat is geen getal"],
  ["In WITH, an expression needs a name: WITH … AS name", "In WITH heeft een berekening een naam nodig: WITH … AS naam"],
  ["Invalid input {}: expected {} or something else", "{} hoort hier niet. Hier kan staan: {} of iets anders"],
  ["Invalid input {}: expected {}", "{} hoort hier niet. Hier kan staan: {}"],
  ["Invalid input {}", "{} hoort hier niet"],
  ["The query ends too early: expected {} or something else", "Het patroon houdt te vroeg op. Hier kan staan: {} of iets anders"],
  ["The query ends too early: expected {}", "Het patroon houdt te vroeg op. Hier kan staan: {}"],
  ["The query ends too early", "Het patroon houdt te vroeg op"],
  // what it means
  [
    "All sub queries in an UNION must have the same return column names",
    "Alle delen van een UNION moeten kolommen met dezelfde namen geven",
  ],
  ["Invalid combination of UNION and UNION ALL", "UNION en UNION ALL kunnen niet samen"],
  ["Query cannot conclude with {} (must be a RETURN clause)", "Een patroon kan niet eindigen met {}: het eindigt met RETURN"],
  ["RETURN can only be used at the end of the query", "RETURN kan alleen aan het eind staan"],
  [
    "Cannot use the same relationship variable {} for multiple relationships",
    "De naam {} kan niet voor meer verbanden tegelijk staan",
  ],
  [
    "A parameter cannot stand for all properties here: write {id: $id}",
    "Een waarde kan hier niet voor alle eigenschappen staan: schrijf {id: $id}",
  ],
  [
    "PatternExpressions are not allowed to introduce new variables: {} not defined",
    "{} bestaat hier nog niet: in een voorwaarde kan geen nieuwe naam beginnen",
  ],
  ["Variable {} already declared in outer scope", "De naam {} bestaat daarbuiten al"],
  ["Variable {} already declared", "De naam {} bestaat al"],
  ["Variable {} not defined", "De naam {} bestaat hier niet"],
  ["Parameter {} is not defined", "Voor {} is geen waarde gegeven"],
  ["There is no value for {}", "Voor {} is geen waarde gegeven"],
  ["RETURN * is not allowed when there are no variables in scope", "RETURN * kan niet als er geen namen zijn"],
  ["Multiple result columns with the same name are not supported", "Twee kolommen kunnen niet dezelfde naam hebben"],
  [
    "Aggregation column contains implicit grouping expressions: {} is neither gathered nor a column of its own",
    "{} staat naast iets dat wordt opgeteld: tel het ook op, of maak er een eigen kolom van",
  ],
  ["Illegal aggregation expression(s) in order by: {}. It must be a column as well", "{} in ORDER BY moet ook een kolom zijn"],
  [
    "In a WITH/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH/RETURN: {}",
    "Na DISTINCT of een optelling is de naam {} er niet meer",
  ],
  [
    "It is not allowed to refer to variables in {}, so that the value for {} can be statically calculated",
    "Bij {} kunnen geen namen uit het patroon staan",
  ],
  [
    "Invalid input. {} is not a valid value. Must be a non-negative integer",
    "{} kan hier niet: het moet een heel getal zijn, 0 of meer",
  ],
  ["Type mismatch: {} defined with conflicting type {} (expected {})", "{} is al {}, en hier moet het {} zijn"],
  ["Type mismatch: expected {} but was {}", "Hier moet {} staan, en dit is {}"],
  ["Type mismatch: {} is not possible", "{} kan niet"],
  [
    "A pattern expression should only be used in order to test the existence of a pattern, as in WHERE: use COUNT { … } or [ … | … ]",
    "Een pad kan hier alleen als voorwaarde staan, zoals in WHERE: gebruik COUNT { … } of [ … | … ]",
  ],
  ["Can't use aggregate functions inside of aggregate functions", "Een optelling kan niet in een andere optelling staan"],
  [
    "Invalid use of aggregating function {} in this context: give it a name in WITH first",
    "{} kan hier niet: geef het eerst een naam in WITH",
  ],
  [
    "The variable {} is shadowing a variable with the same name from the outer scope and needs to be renamed",
    "De naam {} bestaat daarbuiten al: kies hier een andere naam",
  ],
  ["A Collect Expression must end with a single return column", "COLLECT { … } moet eindigen met RETURN en één kolom"],
  // paths
  [
    "Multiple path patterns cannot be used in the same clause in combination with SHORTEST or ANY",
    "Naast een pad met SHORTEST of ANY kan in dezelfde MATCH geen ander pad staan: gebruik een tweede MATCH",
  ],
  [
    "Mixing variable-length relationships, as in -[*]-, with quantified ones, as in (()-->())+, is not allowed",
    "Een pad als -[*]- kan niet samen met een als (()-->())+ in dezelfde MATCH staan",
  ],
  ["A quantifier for a path pattern must not be limited by 0", "Een pad kan niet hoogstens 0 keer herhaald worden"],
  [
    "A quantifier for a path pattern must not have a lower bound which exceeds its upper bound",
    "Bij een herhaald pad kan het kleinste aantal niet groter zijn dan het grootste",
  ],
  ["Quantified path patterns are not allowed to be nested", "Herhaalde paden kunnen niet in elkaar staan"],
  ["A quantified path pattern needs to have at least one relationship", "Een herhaald pad heeft minstens één verband nodig"],
  [
    "Assigning or choosing a path in a quantified path pattern is not supported",
    "In een herhaald pad kan een pad geen naam krijgen, en niet met SHORTEST of ANY gekozen worden",
  ],
  [
    "A path in parentheses without a quantifier must be the whole of a pattern",
    "Een pad tussen haakjes zonder aantal, zoals {1,3}, moet het hele pad zijn",
  ],
  ["SHORTEST and ANY take a number that is written out", "Bij SHORTEST en ANY staat het aantal als getal in het patroon"],
  ["SHORTEST and ANY take a whole number above 0", "Bij SHORTEST en ANY is het aantal een heel getal groter dan 0"],
  [
    "WHERE is not supported within a variable-length relationship: {}, or {} after it",
    "WHERE kan niet in een verband met een lengte staan: schrijf -[r WHERE …]->{1,3}, of daarna all(x IN r WHERE …)",
  ],
  ["shortestPath(…) must contain a single relationship", "In shortestPath(…) staat één verband tussen twee items"],
  ["shortestPath(…) does not support a minimal length different from 0 or 1", "In shortestPath(…) is de kleinste lengte 0 of 1"],
  [
    "A shortest path has one link between two nodes, as in {}",
    "Een kortste pad heeft één verband tussen twee items, zoals in {}",
  ],
  ["A shortest path begins at 0 or 1 steps", "Een kortste pad begint bij 0 of 1 stappen"],
  [
    "A shortest path needs two different ends: say {} before it",
    "Een kortste pad heeft twee verschillende einden nodig: zet er {} voor",
  ],
  [
    "The embedded engine does not know $(…): use {} for an item, and {} for a link",
    "De ingebouwde database kent $(…) niet: gebruik {} voor een item, en {} voor een verband",
  ],
  [
    "The embedded engine does not know {} after ::. Name what you mean, as in {}",
    "De ingebouwde database kent {} niet na ::. Noem wat je bedoelt, zoals in {}",
  ],
  [
    "All types in a Closed Dynamic Union must be nullable, or all of them must be NOT NULL",
    "Zet NOT NULL achter alle soorten van waarden, of achter geen enkele",
  ],
  ["SKIP and LIMIT take a whole number", "SKIP en LIMIT willen een heel getal"],
  ["SKIP and LIMIT take a number that is not below zero", "SKIP en LIMIT willen een getal dat niet onder nul is"],
  // what it may cost
  [
    "A row of more than {} characters or items could come out of this",
    "Hier kan een rij van meer dan {} tekens of delen uit komen",
  ],
  [
    "A value of more than {} characters or items could come out of this",
    "Hier kan een waarde van meer dan {} tekens of delen uit komen",
  ],
  [
    "Lists made from nothing may give {} rows at most, and these could give {}",
    "Lijsten die het patroon zelf maakt geven hoogstens {} rijen, en deze kunnen er {} geven",
  ],
  ["At most {} lists and maps may lie within one another", "Hoogstens {} lijsten mogen in elkaar liggen"],
  ["At most {} loops over lists may lie within one another", "Hoogstens {} herhalingen over lijsten mogen in elkaar liggen"],
  [
    "Lists would take too many steps here, and a database cannot stop them: use UNWIND, smaller ranges or fewer loops",
    "Lijsten kosten hier te veel stappen, en een database kan die niet stoppen: gebruik UNWIND, kortere reeksen of minder herhalingen",
  ],
  [
    "A regular expression must be a text or a parameter, so that it can be checked",
    "Een zoekpatroon voor tekst moet een tekst of een meegegeven waarde zijn, zodat het nagekeken kan worden",
  ],
  ["This regular expression could take too long: {}", "Dit zoekpatroon voor tekst kan te lang duren"],
  [
    "The bounds of range() must be whole numbers, parameters, size(…) or length(…), so that its size is known",
    "De grenzen van range() moeten hele getallen, meegegeven waarden, size(…) of length(…) zijn, zodat de lengte bekend is",
  ],
  ["A range has at most {} items, and this one {} have {}", "Een reeks heeft hoogstens {1} delen, en deze zou er {3} hebben"],
  [
    "reduce would make its value larger and larger: add to it once, as in {}",
    "reduce zou zijn waarde steeds groter maken: tel er één keer iets bij op, zoals in {}",
  ],
  ["The whole number {} is too large", "Het hele getal {} is te groot"],
  ["The number {} is too large", "Het getal {} is te groot"],
  ["integer is too large", "Dit hele getal is te groot"],
  [
    "This query is too complicated to be checked: make it shorter or simpler",
    "Dit patroon is te ingewikkeld: maak het korter of eenvoudiger",
  ],
  ["It needs more memory than the database allows", "Dit heeft meer geheugen nodig dan de database toestaat"],
  ["It needs more memory than it may have", "Dit heeft meer geheugen nodig dan het mag hebben"],
  [
    "The answer is too large: ask for fewer rows, or only for the properties that you need",
    "Het antwoord is te groot: vraag minder rijen, of alleen de eigenschappen die je nodig hebt",
  ],
  // values
  ["A node is needed here, and this is {}", "Hier moet een item staan, en dit is {}"],
  ["A link is needed here, and this is {}", "Hier moet een verband staan, en dit is {}"],
  ["A list of links is needed here, and this is {}", "Hier moet een lijst van verbanden staan, en dit is {}"],
  ["A list is needed here, and this is {}", "Hier moet een lijst staan, en dit is {}"],
  ["IN needs a list, and this is {}", "Na IN komt een lijst, en dit is {}"],
  ["Only nodes and links have labels, and this is {}", "Alleen items en verbanden hebben een soort, en dit is {}"],
  ["{} has no properties", "{} heeft geen eigenschappen"],
  ["{} has no part {}", "{} heeft geen deel {}"],
  ["A place in a list is a whole number, and this is {}", "Een plaats in een lijst is een heel getal, en dit is {}"],
  ["The name of a property is a text, and this is {}", "De naam van een eigenschap is een tekst, en dit is {}"],
  ["A bound of a slice is a whole number, and this is {}", "De grens van een stuk lijst is een heel getal, en dit is {}"],
  ["A whole number beyond 64 bits comes out of this", "Hier komt een te groot heel getal uit (meer dan 64 bits)"],
  ["Division by zero", "Delen door nul kan niet"],
  ["A condition must be true or false, and this is {}", "Een voorwaarde is waar of niet waar, en dit is {}"],
  ["{} cannot take a number below zero", "{} kan niet met een getal onder nul"],
  ["{} cannot take {}", "{} kan niet met {}"],
  ["{} is not known", "{} is niet bekend"],
  ["A percentile lies between 0.0 and 1.0", "Een percentiel ligt tussen 0.0 en 1.0"],
  ["The step of range() cannot be 0", "De stap van range() kan niet 0 zijn"],
  ["round() does not know the mode {}", "round() kent de manier {} niet"],
  ["The flag {} of a regular expression is not known here", "Het teken {} van een zoekpatroon voor tekst is hier niet bekend"],
  [
    "{} in a regular expression means something else on each engine",
    "{} in een zoekpatroon voor tekst betekent in elke database iets anders",
  ],
  ["This is not a regular expression", "Dit is geen zoekpatroon voor tekst"],
  [
    "The embedded engine does not keep a {} whole: keep it as a text, and write {} to read it",
    "De ingebouwde database bewaart een {} niet helemaal: bewaar het als tekst, en lees het met {}",
  ],
  ["{} gives another answer each time", "{} geeft elke keer een ander antwoord"],
  ["{} has no meaning", "{} kan niet"],
  // moments
  ["{} takes a text, a map or a moment", "{} wil een tekst, een lijst van delen of een moment"],
  ["A day cannot be cut down to {}", "Een dag kan niet worden afgekort tot {}"],
  ["A time cannot be cut down to {}", "Een tijd kan niet worden afgekort tot {}"],
  ["There is no time zone {}", "De tijdzone {} bestaat niet"],
  ["A {} needs a moment with a day", "Een {} wil een moment met een dag"],
  ["A {} needs a moment with a time", "Een {} wil een moment met een tijd"],
  ["There is no part {} here", "Een deel {} bestaat hier niet"],
  ["{} must be a whole number", "{} moet een heel getal zijn"],
  ["{} must be a number", "{} moet een getal zijn"],
  ["{} must be a moment with a time", "{} moet een moment met een tijd zijn"],
  ["{} must be a moment with a day", "{} moet een moment met een dag zijn"],
  ["{} must be a moment", "{} moet een moment zijn"],
  ["A time has an offset, not a named zone", "Een tijd heeft een verschil met UTC, geen tijdzone met een naam"],
  ["There is no such day", "Die dag bestaat niet"],
  ["{} must be given where {} is", "{} moet erbij als {} er staat"],
  ["{} must be given", "{} moet erbij staan"],
  ["{} must be from {} to {}", "{} moet van {} tot en met {} zijn"],
  ["A duration needs at least one part, such as {days: 1}", "Een duur heeft minstens één deel nodig, zoals {days: 1}"],
  ["A duration has no part {}", "Een duur heeft geen deel {}"],
  ["{} is no {}. Where there is free text, write {}", "{} is geen {}. Waar vrije tekst staat, schrijf {}"],
  ["{} is no {}", "{} is geen {}"],
  ["Text cannot be parsed to a {}\n{}\n{}", "{2} is geen {1}"],
];

/** The sentence with which most refusals of writing end. */
const read =
  "Een patroon leest alleen: het mag MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, CALL { … }, UNION, RETURN, ORDER BY, SKIP en LIMIT bevatten";

/** Kinds of values, as the server calls them within a sentence. */
const kinds: Readonly<Record<string, string>> = {
  "a whole number": "een heel getal",
  "a number": "een getal",
  "a text": "een tekst",
  "a link": "een verband",
  "a node": "een item",
  "a path": "een pad",
  "a list": "een lijst",
  "a map": "een lijst van delen",
  "a boolean": "waar of niet waar",
  "a null": "niets",
  "a date": "een datum",
  "a time": "een tijd",
  "a localtime": "een tijd zonder tijdzone",
  "a datetime": "een moment",
  "a localdatetime": "een moment zonder tijdzone",
  "a duration": "een duur",
  date: "datum",
  time: "tijd",
  localtime: "tijd zonder tijdzone",
  datetime: "moment",
  localdatetime: "moment zonder tijdzone",
  duration: "duur",
  Date: "datum",
  Time: "tijd",
  LocalTime: "tijd zonder tijdzone",
  DateTime: "moment",
  LocalDateTime: "moment zonder tijdzone",
  Duration: "duur",
  This: "Dit",
};

const templates = inDutch.map(([english, dutch]) => ({
  pattern: new RegExp(`^${english.split("{}").map(escaped).join("(.+?)")}$`, "su"),
  dutch,
}));

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** What the server says of a pattern that is refused, in a language where that is known: what Neo4j itself says stays as it is. */
export function refusalIn(message: string, language: Language): { readonly text: string; readonly lang: Language } {
  const dutch = language === "nl" ? inDutchIfKnown(message) : undefined;
  return dutch === undefined ? { text: message, lang: "en" } : { text: dutch, lang: "nl" };
}

function inDutchIfKnown(message: string): string | undefined {
  const [, why = message, line, column] = /^([\s\S]*?)(?: \(line (\d+), column (\d+)\))?$/.exec(message) ?? [];
  for (const { pattern, dutch } of templates) {
    const found = pattern.exec(why);
    if (!found) continue;
    const values = found.slice(1).map((value) => kinds[value] ?? value);
    let next = 0;
    const told = dutch.replace(/\{(\d*|read)\}/g, (_, which: string) =>
      which === "read" ? read : (values[which === "" ? next++ : Number(which) - 1] ?? ""),
    );
    const whole = told.charAt(0).toUpperCase() + told.slice(1);
    return line === undefined ? whole : `${whole} (regel ${line}, kolom ${column})`;
  }
  return undefined;
}
