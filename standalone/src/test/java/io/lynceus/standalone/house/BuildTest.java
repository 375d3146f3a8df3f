package io.lynceus.standalone.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The poms: versions in the root only, and nobody depends on whom they should not.
class BuildTest {
    private static final Set<String> WHAT_SERVICES_STAND_ON = Set.of("contracts", "sky", "tables", "runtime");

    static List<String> modules() {
        return Repository.modules();
    }

    static List<String> services() {
        return Repository.services();
    }

    private static Document pom(String module) throws IOException, SAXException, ParserConfigurationException {
        Path file = Repository.ROOT.resolve(module).resolve("pom.xml");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String child(Element parent, String name) {
        NodeList children = parent.getElementsByTagName(name);
        return children.getLength() == 0 ? "" : children.item(0).getTextContent();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void modulesNameNoVersionButTheirParents(String module) throws Exception {
        List<String> versions = elements(pom(module).getElementsByTagName("version")).stream()
                .map(version -> (Element) version.getParentNode())
                .filter(owner -> !owner.getTagName().equals("parent"))
                .map(owner -> child(owner, "artifactId"))
                .toList();
        assertEquals(List.of(), versions, "artifacts with a version of their own in " + module + "/pom.xml");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void modulesHaveTheVersionOfTheRoot(String module) throws Exception {
        Element parent = elements(pom(module).getElementsByTagName("parent")).getFirst();
        assertEquals(Repository.version(), child(parent, "version"));
    }

    @Test
    void sourcesDoNotRepeatTheVersion() {
        String literal = Pattern.quote(Repository.version()) + "\"";
        List<String> repeated = Repository.files(".java").stream()
                .filter(file -> Pattern.compile("[\" ]" + literal)
                        .matcher(Repository.text(file))
                        .find())
                .map(Repository::name)
                .toList();
        assertEquals(List.of(), repeated, "read LynceusVersion.CURRENT instead");
    }

    @Test
    void changelogBeginsWithTheVersionOfTheRoot() {
        String released = Repository.text(Repository.ROOT.resolve("CHANGELOG.md"))
                .lines()
                .filter(line -> line.startsWith("## [") && !line.equals("## [Unreleased]"))
                .findFirst()
                .orElseThrow();
        assertTrue(released.startsWith("## [" + Repository.version() + "]"), released);
    }

    @ParameterizedTest
    @MethodSource("services")
    void servicesDependOnNoOtherService(String module) throws Exception {
        List<String> others = elements(pom(module).getElementsByTagName("dependency")).stream()
                .filter(dependency -> child(dependency, "groupId").equals("io.lynceus"))
                .filter(dependency -> !child(dependency, "scope").equals("test"))
                .map(dependency -> child(dependency, "artifactId"))
                .filter(artifact -> !WHAT_SERVICES_STAND_ON.contains(artifact))
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void skyDependsOnTheJdkAlone() throws Exception {
        assertTrue(elements(pom("sky").getElementsByTagName("dependency")).stream()
                .allMatch(dependency -> child(dependency, "scope").equals("test")));
    }
}
