package io.lynceus.gateway.surveys.files;

import io.lynceus.runtime.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The checks of a file before a library reads it. Refused are nested packings, which unpack to any size, and XML with
/// references to files of this machine or to addresses in its network.
final class ForeignFile {
    /// First bytes as hexadecimal digits. Sources: RFC 1952 (gzip), bzip2, Unix compress, PKZIP APPNOTE 4.3.
    private static final Map<String, String> PACKINGS =
            Map.of("1f8b", "gzip", "425a68", "bzip2", "1f9d", "compress", "504b0304", "zip");

    private ForeignFile() {}

    /// @throws Problem naming the forbidden content
    static void check(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        String start = java.util.HexFormat.of().formatHex(head);
        PACKINGS.forEach((magic, packing) -> {
            if (start.startsWith(magic)) {
                throw Problem.invalid("the file is packed by " + packing
                        + "; unpack it, or pack it once by gzip and have its name end in .gz");
            }
        });
        String name = file.toString();
        if (name.endsWith(".vot") || name.endsWith(".votable") || name.endsWith(".xml")) {
            checkXml(file);
        }
    }

    private static void checkXml(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw Problem.invalid("the VOTable declares or uses entities (DOCTYPE), which are not taken");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("STREAM")
                        && reader.getAttributeValue(null, "href") != null) {
                    throw Problem.invalid("the VOTable's rows are in another file (STREAM with href "
                            + reader.getAttributeValue(null, "href") + "); send one that holds them");
                }
            }
        } catch (XMLStreamException e) {
            throw Problem.invalid("the VOTable is no XML that can be read: " + e.getMessage());
        }
    }
}
