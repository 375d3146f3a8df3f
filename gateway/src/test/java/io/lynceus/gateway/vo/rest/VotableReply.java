package io.lynceus.gateway.vo.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.table.Tables;
import uk.ac.starlink.util.ByteArrayDataSource;
import uk.ac.starlink.votable.VOTableVersion;

/// An answer of the gateway that must be a VOTable, read in two ways: as XML that obeys the schema, and by STIL.
final class VotableReply {
    private final byte[] bytes;
    private final Document document;
    private final String mediaType;
    private final int status;

    private VotableReply(Response response) throws IOException, SAXException, ParserConfigurationException {
        status = response.statusCode();
        mediaType = response.contentType();
        bytes = response.asByteArray();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        VOTableVersion.V14.getSchema().newValidator().validate(new DOMSource(document));
    }

    static VotableReply of(String path) throws IOException, SAXException, ParserConfigurationException {
        return new VotableReply(given().urlEncodingEnabled(false).get(path));
    }

    int status() {
        return status;
    }

    String mediaType() {
        return mediaType;
    }

    Element root() {
        return document.getDocumentElement();
    }

    /// Elements of this name anywhere in the document, in order.
    List<Element> all(String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /// The only one of this name.
    Element only(String name) {
        List<Element> found = all(name);
        assertEquals(1, found.size(), name);
        return found.getFirst();
    }

    static List<Element> children(Node parent, String name) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                elements.add(element);
            }
        }
        return elements;
    }

    List<String> fieldNames() {
        return all("FIELD").stream().map(field -> field.getAttribute("name")).toList();
    }

    List<Element> fieldsWithUcd(String ucd) {
        return all("FIELD").stream()
                .filter(field -> field.getAttribute("ucd").equals(ucd))
                .toList();
    }

    /// Values of the INFO elements of this name, in order.
    List<String> infos(String name) {
        return all("INFO").stream()
                .filter(info -> info.getAttribute("name").equals(name))
                .map(info -> info.getAttribute("value"))
                .toList();
    }

    /// The table as STIL reads it.
    StarTable table() throws IOException {
        return Tables.randomTable(
                new StarTableFactory().makeStarTable(new ByteArrayDataSource("reply", bytes), "votable"));
    }

    List<Object> column(String name) throws IOException {
        StarTable table = table();
        int column = fieldNames().indexOf(name);
        List<Object> values = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            values.add(table.getCell(row, column));
        }
        return values;
    }
}
