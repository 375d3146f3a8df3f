package io.lynceus.gateway.vo.rest;

import io.lynceus.gateway.vo.rest.Provenance.Note;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.StringElementSizer;
import uk.ac.starlink.votable.VOSerializer;
import uk.ac.starlink.votable.VOSerializerConfig;
import uk.ac.starlink.votable.VOTableVersion;

/// VOTable 1.4 with one RESOURCE and one TABLE, or the error document.
///
/// Source: REC-SCS-1.03, section 2, 2 (one RESOURCE, one TABLE) and 3 (INFO named `Error`), with erratum 3 (an error
/// has an empty RESOURCE); DALI 1.1, section 4.4 (QUERY_STATUS, before and after the table).
public final class VotableDocument {
    private static final VOTableVersion VERSION = VOTableVersion.V14;

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <VOTABLE version="%s" xmlns="%s">
            """.formatted(VERSION.getVersionNumber(), VERSION.getXmlNamespace());

    private VotableDocument() {}

    /// @param detail what is wrong, for people
    static byte[] error(String detail) {
        return (HEAD + "<INFO ID=\"Error\" name=\"Error\"" + VOSerializer.formatAttribute("value", detail) + "/>\n"
                        + "<RESOURCE type=\"results\"/>\n</VOTABLE>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Writes the table while its rows are read.
    ///
    /// @param notes that say where it comes from
    static void write(SourceTable table, DataFormat format, List<Note> notes, OutputStream out) throws IOException {
        write(table, "X-ray sources classified by Lynceus", format, notes, out, () -> {
            List<Note> after = new ArrayList<>();
            if (table.overflown()) {
                after.add(new Note("QUERY_STATUS", "OVERFLOW"));
            }
            table.failure().ifPresent(failure -> {
                after.add(new Note("QUERY_STATUS", "ERROR"));
                after.add(new Note("Error", failure));
            });
            return after;
        });
    }

    /// Writes any table while its rows are read.
    ///
    /// @param description of the document, for people
    /// @param after notes that are known once the rows are written
    public static void write(
            StarTable table,
            String description,
            DataFormat format,
            List<Note> notes,
            OutputStream out,
            Supplier<List<Note>> after)
            throws IOException {
        VOSerializer serializer = VOSerializer.makeSerializer(
                new VOSerializerConfig(format, VERSION, StringElementSizer.ERROR_IF_USED, false), table);
        BufferedWriter xml = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        xml.write(HEAD);
        xml.write("<DESCRIPTION>" + VOSerializer.formatText(description) + "</DESCRIPTION>\n");
        xml.write("<COOSYS ID=\"" + SourceColumns.SYSTEM + "\" system=\"ICRS\"/>\n");
        xml.write("<RESOURCE type=\"results\">\n");
        xml.write(info(new Note("QUERY_STATUS", "OK")));
        for (Note note : notes) {
            xml.write(info(note));
        }
        serializer.writeInlineTableElement(xml);
        for (Note note : after.get()) {
            xml.write(info(note));
        }
        xml.write("</RESOURCE>\n</VOTABLE>\n");
        xml.flush();
    }

    private static String info(Note note) {
        return "<INFO" + VOSerializer.formatAttribute("name", note.name())
                + VOSerializer.formatAttribute("value", note.value())
                + (note.ucd().isEmpty() ? "" : VOSerializer.formatAttribute("ucd", note.ucd())) + "/>\n";
    }
}
