"""Measures graphs with networkx and igraph, with the options by which they agree, and prints all numbers as JSON.

Its input is a file of {name: {"nodes": n, "from": [...], "to": [...], "kinds": [...], "communities": [...]}}.
Loops are left out before anything is measured.
"""

import json
import random
import sys

import igraph
import networkx


def graphs(nodes, links, directed, once):
    if once and not directed:
        links = {tuple(sorted(link)) for link in links}
    elif once:
        links = set(links)
    links = sorted(links)
    kind = {(True, True): networkx.DiGraph, (False, True): networkx.Graph, (True, False): networkx.MultiDiGraph, (False, False): networkx.MultiGraph}
    ours = kind[directed, once]()
    ours.add_nodes_from(range(nodes))
    ours.add_edges_from(links)
    return ours, igraph.Graph(nodes, links, directed=directed)


def listed(values, nodes):
    return [values[node] for node in range(nodes)]


def zero(values):
    return [0 if value != value else value for value in values]


def measure(nodes, kinds, communities, links, directed, once):
    nx, ig = graphs(nodes, links, directed, once)
    pairs = (nodes - 1) * (nodes - 2) / (1 if directed else 2)
    found = {
        "degree": {"networkx": listed(dict(nx.degree()), nodes), "igraph": ig.degree()},
        "pagerank": {
            "networkx": listed(networkx.pagerank(nx, alpha=0.85, tol=1e-12, max_iter=1000), nodes),
            "igraph": ig.pagerank(damping=0.85),
        },
        # Of those that reach a node; igraph leaves out the share that reaches it.
        "closeness": {
            "networkx": listed(networkx.closeness_centrality(networkx.DiGraph(nx) if directed else networkx.Graph(nx)), nodes),
            "igraph": [
                value * (len(set(ig.subcomponent(node, mode="in"))) - 1) / (nodes - 1)
                for node, value in enumerate(zero(ig.closeness(mode="in")))
            ],
        },
        "betweenness": {"igraph": [value / pairs for value in ig.betweenness(directed=directed)]},
        "assortativity": {
            "networkx": networkx.attribute_assortativity_coefficient(kinded(nx, kinds), "kind"),
            "igraph": ig.assortativity_nominal(kinds, directed=directed),
        },
    }
    if once:
        found["betweenness"]["networkx"] = listed(networkx.betweenness_centrality(nx, normalized=True), nodes)
    if once and not directed:
        found["core"] = {"networkx": listed(networkx.core_number(nx), nodes), "igraph": ig.coreness()}
        parts = networkx.connected_components(nx)
        found["component"] = {
            "networkx": sorted(sorted(part) for part in parts),
            "igraph": sorted(sorted(part) for part in ig.connected_components()),
        }
        sets = {}
        for node, part in enumerate(communities):
            sets.setdefault(part, set()).add(node)
        random.seed(1)
        found["modularity"] = {
            "networkx": networkx.community.modularity(nx, sets.values()),
            "igraph": ig.modularity(communities),
            "best": max(ig.community_leiden(objective_function="modularity", n_iterations=10).modularity for _ in range(5)),
        }
    return found


def kinded(graph, kinds):
    networkx.set_node_attributes(graph, dict(enumerate(kinds)), "kind")
    return graph


def all_rules(graph):
    links = [link for link in zip(graph["from"], graph["to"]) if link[0] != link[1]]
    return {
        f"{'directed' if directed else 'undirected'} {'once' if once else 'each'}": measure(
            graph["nodes"], graph["kinds"], graph["communities"], links, directed, once
        )
        for directed in (True, False)
        for once in (True, False)
    }


with open(sys.argv[1], encoding="utf-8") as file:
    print(json.dumps({name: all_rules(graph) for name, graph in json.load(file).items()}))
