package io.credithub.house;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Looks for what in a `pom.xml` could be one thing today and another tomorrow.
final class Pins {
    private static final String MAVEN_PLUGINS = "org.apache.maven.plugins";
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([a-z0-9.-]+\\.version)}");
    private static final Pattern EXACT = Pattern.compile("[0-9]+(?:\\.[0-9A-Za-z-]+)+");

    private final Element project;
    private final List<String> found = new ArrayList<>();

    private Pins(Element project) {
        this.project = project;
    }

    /// One line for each thing that is not pinned.
    static List<String> complaints(String pom) throws IOException {
        Pins pins = new Pins(parse(pom));
        pins.versionsAreProperties();
        pins.propertiesAreExact();
        pins.pluginsHaveVersions();
        pins.nothingComesFromElsewhere();
        return pins.found;
    }

    private void versionsAreProperties() {
        for (Element version : all("version")) {
            if (!isOfAnArtifact(version)) continue;
            String text = version.getTextContent();
            var property = PROPERTY.matcher(text);
            if (!property.matches()) {
                found.add("version " + text + " is no property");
            } else if (all(property.group(1)).size() != 1) {
                found.add(property.group(1) + " is not said once");
            }
        }
    }

    /// Of what is taken in: neither the hub's own version nor a rule of the enforcer's.
    private boolean isOfAnArtifact(Element version) {
        return version.getParentNode() instanceof Element parent
                && !parent.isSameNode(project)
                && !child(parent, "artifactId").isEmpty();
    }

    private void propertiesAreExact() {
        for (Element properties : all("properties")) {
            for (Element property : children(properties)) {
                if (!property.getTagName().endsWith(".version")) continue;
                String version = property.getTextContent();
                if (!EXACT.matcher(version).matches() || version.contains("SNAPSHOT")) {
                    found.add(property.getTagName() + " is " + version);
                }
            }
        }
    }

    private void pluginsHaveVersions() {
        Set<String> pinned = new HashSet<>();
        for (Element plugin : all("plugin")) {
            if (!child(plugin, "version").isEmpty()) pinned.add(coordinates(plugin));
        }
        for (Element plugin : all("plugin")) {
            if (!pinned.contains(coordinates(plugin))) {
                found.add(coordinates(plugin) + " has no version");
            }
        }
    }

    private void nothingComesFromElsewhere() {
        Stream.of("repository", "pluginRepository", "systemPath", "parent")
                .filter(name -> !all(name).isEmpty())
                .forEach(name -> found.add(name + " is named"));
    }

    private static String coordinates(Element plugin) {
        String group = child(plugin, "groupId");
        return (group.isEmpty() ? MAVEN_PLUGINS : group) + ":" + child(plugin, "artifactId");
    }

    private static String child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .map(Node::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    private List<Element> all(String name) {
        return elements(project.getElementsByTagName(name));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            if (nodes.item(at) instanceof Element element) elements.add(element);
        }
        return elements;
    }

    private static Element parse(String pom) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(pom)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException failure) {
            throw new IOException(failure);
        }
    }
}
