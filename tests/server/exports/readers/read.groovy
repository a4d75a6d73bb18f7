// Reads the files of a folder with Gephi and Jena, and prints what they found, as JSON.
import groovy.json.JsonOutput
import org.apache.jena.rdf.model.ResourceFactory
import org.apache.jena.riot.RDFDataMgr
import org.apache.jena.shacl.ShaclValidator
import org.apache.jena.vocabulary.RDF
import org.gephi.graph.api.GraphController
import org.gephi.io.importer.api.ImportController
import org.gephi.io.processor.plugin.DefaultProcessor
import org.gephi.project.api.ProjectController
import org.openide.util.Lookup

def (folder, shapes) = [args[0], args[1]]

def byGephi(path) {
  def look = { type -> Lookup.default.lookup(type) }
  def projects = look(ProjectController)
  projects.newProject()
  def container = look(ImportController).importFile(new File(path))
  look(ImportController).process(container, new DefaultProcessor(), projects.currentWorkspace)
  def model = look(GraphController).graphModel
  // Gephi finds a column by its number in the file; people see its title.
  def reading = { table -> { thing, title -> thing.getAttribute(table.toArray().find { it.title == title }) } }
  def (ofNode, ofLink) = [reading(model.nodeTable), reading(model.edgeTable)]
  def (nodes, links) = [model.directedGraph.nodes.toArray() as List, model.directedGraph.edges.toArray() as List]
  def listed = { value -> (value as List).sort() }
  def found = [
    nodes: nodes.size(),
    links: links.size(),
    nodeKinds: nodes.countBy { ofNode(it, "kind") },
    linkKinds: links.countBy { ofLink(it, "link_kind") },
    names: nodes.collectEntries { [it.id, it.label] },
    years: nodes.findAll { ofNode(it, "year") != null }.collectEntries { [it.id, ofNode(it, "year")] },
    sources: nodes.collectEntries { [it.id, listed(ofNode(it, "sources"))] } +
      links.collectEntries { [ofLink(it, "link_id"), listed(ofLink(it, "sources"))] },
    ends: links.collectEntries { [ofLink(it, "link_id"), [it.source.id, it.target.id]] },
  ]
  projects.closeCurrentProject()
  found
}

def byJena(folder, name, shapes) {
  def (turtle, ld) = ["ttl", "jsonld"].collect { RDFDataMgr.loadModel("${folder}/${name}.${it}") }
  def overlap = { ResourceFactory.createResource("http://localhost/api/schema#${it}") }
  def report = ShaclValidator.get().validate(RDFDataMgr.loadGraph(shapes), turtle.graph)
  [
    triples: turtle.size(),
    sameTriples: turtle.isIsomorphicWith(ld),
    links: turtle.listSubjectsWithProperty(RDF.type, overlap("Link")).toList().size(),
    conforms: report.conforms(),
  ]
}

def names = args.drop(2)
def found = names.collectEntries { [it, [gephi: byGephi("${folder}/${it}.gexf"), jena: byJena(folder, it, shapes)]] }
println "\n" + JsonOutput.toJson(found)
System.exit(0)
