package io.lynceus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StilTableTest {
    private static final String VOTABLE = """
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
            <FIELD name="ra" datatype="double" unit="deg" ucd="pos.eq.ra"><DESCRIPTION> there </DESCRIPTION></FIELD>
            <DATA><TABLEDATA><TR><TD>10.5</TD></TR><TR><TD/></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
            """;

    @TempDir
    private Path folder;

    @Test
    void columnsSayWhatTheFileSaysOfThemAndNothingStaysOnDisk() throws IOException {
        Set<Path> before = scratch();
        try (Table table = Table.open(Files.writeString(folder.resolve("a.vot"), VOTABLE), Optional.empty())) {
            assertEquals(new Table.Column("ra", "deg", "pos.eq.ra", "there", Double.class), table.column(0));
            assertEquals("10.5", table.next().orElseThrow().text(0));
            assertTrue(Set.of("", "NaN").contains(table.next().orElseThrow().text(0)));
            assertEquals(Optional.empty(), table.next());
        }
        Path broken = Files.writeString(folder.resolve("b.vot"), VOTABLE.replace("</VOTABLE>", ""));
        assertThrows(IOException.class, () -> Table.open(broken, Optional.empty()));
        assertEquals(before, scratch());
    }

    private static Set<Path> scratch() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("lynceus-table"))
                    .collect(Collectors.toSet());
        }
    }
}
