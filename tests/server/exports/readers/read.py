"""Reads the files of a folder with the programs that researchers use, and prints what each of them found, as JSON."""

import json
import sys
import warnings
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import igraph
import networkx
import pandas
import pyshacl
import rdflib
from datacite import schema45
from rocrate.rocrate import ROCrate
from ndex2.cx2 import RawCX2NetworkFactory

folder = Path(sys.argv[1])
warned = []
warnings.showwarning = lambda message, *_: warned.append(str(message))


def summary(nodes, links):
    """nodes: (id, kind, name, year or None, sources); links: (id, from, kind, to, sources)."""
    return {
        "nodes": len(nodes),
        "links": len(links),
        "nodeKinds": dict(Counter(kind for _, kind, *_ in nodes)),
        "linkKinds": dict(Counter(kind for _, _, kind, *_ in links)),
        "parallel": sum(count > 1 for count in Counter((start, end) for _, start, _, end, _ in links).values()),
        "names": {id: name for id, _, name, *_ in nodes},
        "years": {id: int(year) for id, _, _, year, _ in nodes if year is not None and year == year},
        "sources": {id: sorted(sources) for id, *_, sources in [*nodes, *links]},
        "ends": {id: [start, end] for id, start, _, end, _ in links},
    }


def by_networkx(graph):
    nodes = [(id, of["kind"], of["name"], of.get("year"), json.loads(of["sources"])) for id, of in graph.nodes(data=True)]
    links = [
        (of["link_id"], start, of["link_kind"], end, json.loads(of["sources"])) for start, end, of in graph.edges(data=True)
    ]
    return summary(nodes, links)


def graphml_by_igraph(path):
    graph = igraph.Graph.Read_GraphML(str(path))
    nodes = [(v["id"], v["kind"], v["label"], v["year"], json.loads(v["sources"])) for v in graph.vs]
    ids = graph.vs["id"]
    links = [
        (e["link_id"], ids[e.source], e["link_kind"], ids[e.target], json.loads(e["sources"])) for e in graph.es
    ]
    return summary(nodes, links)


def cx2_by_ndex2(path):
    network = RawCX2NetworkFactory().get_cx2network(json.loads(path.read_text("utf-8")))
    found = {number: node["v"] for number, node in network.get_nodes().items()}
    nodes = [(of["id"], of["kind"], of["name"], of.get("year"), of["sources"]) for of in found.values()]
    links = [
        (of["v"]["link_id"], found[of["s"]]["id"], of["v"]["link_kind"], found[of["t"]]["id"], of["v"]["sources"])
        for of in network.get_edges().values()
    ]
    return summary(nodes, links)


def by_pandas(nodes, links):
    def rows(frame, *columns):
        return [tuple(None if value != value else value for value in row) for row in frame[list(columns)].itertuples(index=False)]

    return summary(
        [(*rest, json.loads(sources)) for *rest, sources in rows(nodes, "id", "kind", "name", "year", "sources")],
        [(*rest, json.loads(sources)) for *rest, sources in rows(links, "link_id", "from", "link_kind", "to", "sources")],
    )


def by_json_lines(path):
    frame = pandas.read_json(path, lines=True)
    nodes, links = frame[frame["is"] == "node"], frame[frame["is"] == "link"]
    of = lambda evidence: [one["source"] for one in evidence]
    year = lambda properties: properties.get("year") if isinstance(properties, dict) else None
    return summary(
        [(n["id"], n["id"].split(":")[0], n["name"], year(n["properties"]), of(n["evidence"])) for _, n in nodes.iterrows()],
        [(one["id"], one["from"], one["kind"], one["to"], of(one["evidence"])) for _, one in links.iterrows()],
    )


def by_rdflib(graph):
    """What one node per link says, asked in SPARQL."""
    names = f"""
        PREFIX overlap: <http://localhost/api/schema#> PREFIX dct: <http://purl.org/dc/terms/> PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"""
    sources = {}
    asked = f"{names} SELECT ?thing ?source WHERE {{ ?thing prov:qualifiedDerivation ?d . ?d prov:entity ?source }} ORDER BY ?thing ?d"
    for thing, source in graph.query(asked):
        sources.setdefault(thing, []).append(str(source).split("/id/")[1])
    labels = {str(row[0]): str(row[1]) for row in graph.query(f'{names} SELECT ?c ?l {{ ?c a rdfs:Class; rdfs:label ?l FILTER(lang(?l) = "en") }}')}
    nodes = []
    for node, id, kind, name, year in graph.query(
        f"""{names} SELECT ?node ?id ?kind ?name ?year WHERE {{
            ?node a ?kind ; dct:identifier ?id ; rdfs:label ?name .
            FILTER(lang(?name) = "nl" && STRSTARTS(STR(?kind), STR(overlap:)))
            OPTIONAL {{ ?node overlap:year ?year }} }}"""
    ):
        nodes.append((str(id), labels[str(kind)], str(name), None if year is None else year.toPython(), sources[node]))
    links = []
    for link, id, start, kind, end in graph.query(
        f"""{names} SELECT ?link ?id ?from ?kind ?to WHERE {{
            ?link a overlap:Link ; dct:identifier ?id ; rdf:subject ?from ; rdf:predicate ?kind ; rdf:object ?to . ?from ?kind ?to }}"""
    ):
        last = lambda iri: str(iri).split("/id/")[1]
        links.append((str(id), last(start), str(kind).split("#")[1], last(end), sources[link]))
    return summary(nodes, links)


def by_shapes(graph):
    conforms, _, text = pyshacl.validate(graph, shacl_graph=str(Path(__file__).parent / "shapes.ttl"), inference="none")
    return True if conforms else text


def crate_by_rocrate(path, texts):
    """What the library for research crates finds, with the tables that it leads to."""
    crate = ROCrate(str(path))
    root = crate.root_dataset
    with ZipFile(path) as files:
        table = lambda name: pandas.read_csv(files.open(name), **texts)
        missing = [part.id for part in root["hasPart"] if part.id not in files.namelist()]
        found = by_pandas(table("nodes.csv"), table("links.csv"))
    told = {
        "name": crate.name,
        "version": root["version"],
        "licence": root["license"]["name"],
        "published": str(root["datePublished"])[:10],
        "creator": root["creator"]["name"],
        "sources": sorted(source["name"] for source in root["citation"]),
    }
    return found, told, missing


def read(name):
    path = lambda ending: folder / f"{name}.{ending}"
    # A text may be NA, too.
    texts = {"keep_default_na": False, "na_values": [""]}
    sheets = pandas.read_excel(path("xlsx"), sheet_name=None, **texts)
    table = lambda which, **options: pandas.read_csv(path(f"{which}.csv"), **texts, **options)
    dutch = {"sep": ";", "encoding": "utf-8"}
    turtle = rdflib.Graph().parse(path("ttl"), format="turtle")
    ld = rdflib.Graph().parse(path("jsonld"), format="json-ld")
    without_links = rdflib.Graph()
    for triple in turtle:
        if triple[1] != rdflib.PROV.wasDerivedFrom:
            without_links.add(triple)
    crate, told, missing = crate_by_rocrate(path("crate.zip"), texts)
    datacite = json.loads(path("datacite.json").read_text("utf-8"))
    schema45.validator.validate(datacite)
    return {
        "found": {
            "rocrate, RO-Crate": crate,
            "networkx, GraphML": by_networkx(networkx.read_graphml(path("graphml"), force_multigraph=True)),
            "networkx, GEXF": by_networkx(networkx.read_gexf(path("gexf"))),
            "igraph, GraphML": graphml_by_igraph(path("graphml")),
            "ndex2, CX2": cx2_by_ndex2(path("cx2")),
            "pandas, CSV": by_pandas(table("nodes"), table("links")),
            "pandas, Dutch CSV": by_pandas(table("dutch-nodes", **dutch), table("dutch-links", **dutch)),
            "pandas and openpyxl, XLSX": by_pandas(sheets["nodes"], sheets["links"]),
            "pandas, JSON Lines": by_json_lines(path("jsonl")),
            "rdflib, Turtle": by_rdflib(turtle),
            "rdflib, JSON-LD": by_rdflib(ld),
        },
        "sameTriples": set(turtle) == set(ld),
        "shapes": by_shapes(turtle),
        "shapesWithoutSources": by_shapes(without_links) is True,
        "sheets": list(sheets),
        "crate": told,
        "missing": missing,
        "datacite": {
            "version": datacite["version"],
            "licence": datacite["rightsList"][0]["rightsIdentifier"],
            "published": datacite["dates"][0]["date"],
            "creator": datacite["creators"][0]["name"],
            "sources": sorted(item["titles"][0]["title"] for item in datacite["relatedItems"]),
        },
    }


# Only with pipes to it: the readers print, too.
result = {name: read(name) for name in sys.argv[2:]}
print(json.dumps({**result, "warned": warned}))
