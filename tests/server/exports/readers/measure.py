"""Measures graphs with networkx and igraph, with the options by which they agree, and prints all numbers as JSON.

Its input is a file of {name: {"nodes": n, "from": [...], "to": [...], "kinds": [...], "communities": [...]}}.
Loops are left out before anything is measured.
"""

import json
import random
import sys

import igraph
import networkx
from scipy.stats import spearmanr


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
        found["similarity"] = similarity(nx, ig, nodes)
        found["projection"] = projection(nodes, kinds, links)
        found["modularity"] = {
            "networkx": networkx.community.modularity(nx, sets.values()),
            "igraph": ig.modularity(communities),
            "best": max(ig.community_leiden(objective_function="modularity", n_iterations=10).modularity for _ in range(5)),
        }
    return found


def similarity(nx, ig, nodes):
    """Of some nodes with all others, a list for each. igraph has no Adamic-Adar of its own name: it calls it inverse log-weighted."""
    pairs = [(one, other) for one in range(min(nodes, 40)) for other in range(nodes) if one != other]
    return {
        "pairs": pairs,
        "jaccard": {
            "networkx": [value for _, _, value in networkx.jaccard_coefficient(nx, pairs)],
            "igraph": zero(ig.similarity_jaccard(pairs=pairs, loops=False)),
        },
        "dice": {"igraph": zero(ig.similarity_dice(pairs=pairs, loops=False))},
        "adamic-adar": {
            "networkx": [value for _, _, value in networkx.adamic_adar_index(nx, pairs)],
            "igraph": by_pairs(ig.similarity_inverse_log_weighted(), pairs),
        },
    }


def by_pairs(matrix, pairs):
    return [matrix[one][other] for one, other in pairs]


def projection(nodes, kinds, links):
    """Nodes of kind 0 by the nodes of kind 1 that they share."""
    of, over = [[node for node in range(nodes) if kinds[node] == kind] for kind in (0, 1)]
    between = [(one, other) if kinds[one] == 0 else (other, one) for one, other in links if {kinds[one], kinds[other]} == {0, 1}]
    graph = networkx.Graph()
    graph.add_nodes_from(of, bipartite=0)
    graph.add_nodes_from(over, bipartite=1)
    graph.add_edges_from(between)
    weights = lambda projected: sorted([*sorted((one, other)), value["weight"]] for one, other, value in projected.edges(data=True))
    sides = igraph.Graph.Bipartite([kind == 1 for kind in kinds], between)
    ours = sides.bipartite_projection(which=0, multiplicity=True)
    ids = [node for node in range(nodes) if kinds[node] != 1]
    bipartite = networkx.bipartite
    return {
        "count": {
            "networkx": weights(bipartite.weighted_projected_graph(graph, of)),
            "igraph": sorted([*sorted((ids[edge.source], ids[edge.target])), edge["weight"]] for edge in ours.es),
        },
        "jaccard": {"networkx": weights(bipartite.overlap_weighted_projected_graph(graph, of, jaccard=True))},
        "newman": {"networkx": weights(bipartite.collaboration_weighted_projected_graph(graph, of))},
    }


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
    asked = json.load(file)
spearman = [float(spearmanr(one, other).statistic) for one, other in asked.pop("spearman")]
print(json.dumps({**{name: all_rules(graph) for name, graph in asked.items()}, "spearman": spearman}))
