package io.lynceus.gateway.vo.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.gateway.peers.RegionOfSources;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// The rules of the standard, each with its place: SCS is REC-SCS-1.03, DALI is version 1.1. Every document is held
/// against the schema of VOTable 1.4 besides.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class ConeSearchIT {
    private static final String FULL = "/scs?RA=150.1&DEC=" + RegionOfSources.FULL_DEG + "&SR=1";
    private static final String EMPTY = "/scs?RA=150.1&DEC=" + RegionOfSources.EMPTY_DEG + "&SR=1";
    private static final String BROKEN = "/scs?RA=150.1&DEC=" + RegionOfSources.BROKEN_DEG + "&SR=1";
    private static final Set<String> CHARACTERS = Set.of("char", "unicodeChar");

    Peers peers;

    /// SCS 2.2: the base media type is text/xml.
    @Test
    void mediaTypeIsTextXml() throws Exception {
        assertTrue(VotableReply.of(FULL).mediaType().startsWith("text/xml"));
    }

    /// SCS 2.2: a single RESOURCE, which contains a single TABLE.
    @ParameterizedTest
    @ValueSource(strings = {FULL, EMPTY, FULL + "&RESPONSEFORMAT=votable/b2", FULL + "&MAXREC=0"})
    void answerHasOneResourceWithOneTable(String request) throws Exception {
        VotableReply reply = VotableReply.of(request);
        assertEquals(reply.only("RESOURCE"), reply.only("TABLE").getParentNode());
        assertEquals("results", reply.only("RESOURCE").getAttribute("type"));
    }

    /// SCS 2.2: exactly one FIELD has the UCD ID_MAIN, an array of characters; no identifier is repeated.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void identifierIsOneFieldOfCharactersThatNeverRepeat(int verbosity) throws Exception {
        VotableReply reply = VotableReply.of(FULL + "&VERB=" + verbosity);
        List<Element> fields = reply.fieldsWithUcd("ID_MAIN");
        assertEquals(1, fields.size());
        assertTrue(CHARACTERS.contains(fields.getFirst().getAttribute("datatype")));
        assertFalse(fields.getFirst().getAttribute("arraysize").isEmpty());
        List<Object> ids = reply.column(fields.getFirst().getAttribute("name"));
        assertEquals(RegionOfSources.NUMBER, new HashSet<>(ids).size());
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }

    /// SCS 2.2: exactly one FIELD each has the UCDs POS_EQ_RA_MAIN and POS_EQ_DEC_MAIN, of type double.
    @ParameterizedTest
    @CsvSource({
        "POS_EQ_RA_MAIN,1",
        "POS_EQ_RA_MAIN,2",
        "POS_EQ_RA_MAIN,3",
        "POS_EQ_DEC_MAIN,1",
        "POS_EQ_DEC_MAIN,2",
        "POS_EQ_DEC_MAIN,3"
    })
    void coordinatesAreOneDoubleEach(String ucd, int verbosity) throws Exception {
        List<Element> fields = VotableReply.of(FULL + "&VERB=" + verbosity).fieldsWithUcd(ucd);
        assertEquals(1, fields.size());
        assertEquals("double", fields.getFirst().getAttribute("datatype"));
        assertEquals("", fields.getFirst().getAttribute("arraysize"));
        assertEquals("deg", fields.getFirst().getAttribute("unit"));
    }

    /// SCS 2.2: other FIELDs should have a description, a type and a UCD.
    @Test
    void everyFieldHasADescriptionATypeAndAUcd() throws Exception {
        VotableReply reply = VotableReply.of(FULL + "&VERB=3");
        assertEquals(
                List.of(),
                reply.all("FIELD").stream()
                        .filter(field -> field.getAttribute("ucd").isEmpty()
                                || field.getAttribute("datatype").isEmpty()
                                || VotableReply.children(field, "DESCRIPTION").isEmpty())
                        .map(field -> field.getAttribute("name"))
                        .toList());
        assertEquals(reply.fieldNames().size(), new HashSet<>(reply.fieldNames()).size());
    }

    /// SCS 2.1: VERB=1 has the fewest columns and VERB=3 all; without VERB it is 2.
    @Test
    void moreVerbosityHasTheColumnsOfLessAndTwoIsUsual() throws Exception {
        List<String> bare = VotableReply.of(FULL + "&VERB=1").fieldNames();
        List<String> usual = VotableReply.of(FULL + "&VERB=2").fieldNames();
        List<String> all = VotableReply.of(FULL + "&VERB=3").fieldNames();
        assertEquals(List.of("source_id", "name", "ra", "dec", "class", "probability"), bare);
        assertTrue(usual.containsAll(bare) && usual.size() > bare.size());
        assertTrue(all.containsAll(usual) && all.size() > usual.size());
        assertEquals(usual, VotableReply.of(FULL).fieldNames());
    }

    /// SCS 2.1: a parameter that the service does not support must be ignored; the order is not significant.
    @Test
    void unknownParametersAndTheOrderOfTheOthersDoNotMatter() throws Exception {
        String other = "/scs?catalog=x&SR=1&RUNID=a&RUNID=b&DEC=" + RegionOfSources.FULL_DEG + "&RA=150.1&band=";
        assertEquals(
                VotableReply.of(FULL).column("source_id"),
                VotableReply.of(other).column("source_id"));
    }

    /// DALI 3.1 (names of parameters), and what clients send: a plus that is not encoded, an exponent, no digit before
    /// the point.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scs?ra=150.1&Dec=10.&sR=1",
                "/scs?RA=1.501e2&DEC=+10&SR=.5",
                "/scs?RA=150.1&DEC=%2B10&SR=1e-5&VERB="
            })
    void parametersAreReadInEveryUsualForm(String request) throws Exception {
        VotableReply reply = VotableReply.of(request);
        assertEquals(List.of(), reply.infos("Error"));
        assertEquals(RegionOfSources.NUMBER, reply.table().getRowCount());
    }

    /// SCS 2.3: SR=0 is no error and tells the columns; it costs no search.
    @Test
    void radiusZeroTellsTheColumnsWithoutASearch() throws Exception {
        long before = searches();
        VotableReply reply = VotableReply.of("/scs?RA=0&DEC=90&SR=0");
        assertEquals(before, searches());
        assertEquals(VotableReply.of(FULL).fieldNames(), reply.fieldNames());
        assertEquals(0, reply.table().getRowCount());
        assertEquals(List.of("OK"), reply.infos("QUERY_STATUS"));
        assertEquals(List.of(), reply.infos("Error"));
    }

    private long searches() {
        return peers.classifier.asked().stream()
                .filter(request -> request.startsWith("GET /sources?"))
                .count();
    }

    /// SCS 2.3: a cone where nothing is found is no error.
    @Test
    void coneWithoutSourcesIsATableWithoutRows() throws Exception {
        VotableReply reply = VotableReply.of(EMPTY);
        assertEquals(0, reply.table().getRowCount());
        assertEquals(List.of("OK"), reply.infos("QUERY_STATUS"));
        assertEquals(List.of(), reply.infos("Error"));
    }

    /// SCS 2.3: an error if RA, DEC or SR is absent, is not a number or out of range; and the service's own
    /// parameters alike. A VOTable with a single INFO named Error, child of VOTABLE; erratum 3: and a RESOURCE.
    @ParameterizedTest
    @CsvSource({
        "/scs, RA is missing",
        "/scs?DEC=1&SR=1, RA is missing",
        "/scs?RA=1&SR=1, DEC is missing",
        "/scs?RA=1&DEC=1, SR is missing",
        "/scs?RA=&DEC=1&SR=1, RA is missing",
        "/scs?RA=as3f&DEC=1&SR=1, RA is 'as3f'",
        "/scs?RA=10:30:00&DEC=1&SR=1, RA is '10:30:00'",
        "/scs?RA=NaN&DEC=1&SR=1, RA is 'NaN'",
        "/scs?RA=1d&DEC=1&SR=1, RA is '1d'",
        "/scs?RA=360.1&DEC=1&SR=1, 'RA is 360.1, must lie in [0, 360] deg'",
        "/scs?RA=-1&DEC=1&SR=1, RA is -1",
        "/scs?RA=1&DEC=91.0&SR=1, 'DEC is 91.0, must lie in [-90, 90] deg'",
        "/scs?RA=1&DEC=1e999&SR=1, DEC is 1e999",
        "/scs?RA=1&DEC=1&SR=-1, 'SR is -1, must lie in [0, 180] deg'",
        "/scs?RA=1&DEC=1&SR=181, SR is 181",
        "/scs?RA=1&RA=2&DEC=1&SR=1, RA is given more than once",
        "/scs?RA=1&ra=1&DEC=1&SR=1, RA is given more than once",
        "/scs?RA=1&DEC=1&SR=1&VERB=4, 'VERB is ''4'', must be 1, 2 or 3'",
        "/scs?RA=1&DEC=1&SR=1&MAXREC=-1, MAXREC is '-1'",
        "/scs?RA=1&DEC=1&SR=1&RESPONSEFORMAT=pdf, RESPONSEFORMAT is 'pdf'",
        "/scs?RA=%3C%2FVOTABLE%3E%22%26&DEC=1&SR=1, RA is '</VOTABLE>\"&'"
    })
    void wrongRequestIsAnErrorDocument(String request, String detail) throws Exception {
        VotableReply reply = VotableReply.of(request);
        assertEquals(200, reply.status());
        assertTrue(reply.mediaType().startsWith("text/xml"));
        Element info = reply.only("INFO");
        assertEquals("Error", info.getAttribute("name"));
        assertEquals(reply.root(), info.getParentNode());
        assertTrue(info.getAttribute("value").startsWith(detail), info.getAttribute("value"));
        assertEquals(List.of(), reply.all("PARAM"));
        assertEquals(List.of(), reply.all("TABLE"));
        assertEquals(1, reply.all("RESOURCE").size());
    }

    /// DALI 3.4.4 and 4.4.1: at most MAXREC rows, OVERFLOW after the table if there are more, and only then.
    @ParameterizedTest
    @CsvSource({"0,0,true", "1,1,true", "200,200,true", "449,449,true", "450,450,false", "9999999999,450,false"})
    void maxrecLimitsTheRowsAndOverflowIsSaid(String maxrec, int rows, boolean overflow) throws Exception {
        VotableReply reply = VotableReply.of(FULL + "&MAXREC=" + maxrec);
        assertEquals(rows, reply.table().getRowCount());
        assertEquals(overflow ? List.of("OK", "OVERFLOW") : List.of("OK"), reply.infos("QUERY_STATUS"));
        assertEquals(VotableReply.of(EMPTY).fieldNames(), reply.fieldNames());
    }

    /// DALI 4.4.2: an error while the table is written is said after it; SCS 2.3: in an INFO named Error.
    @Test
    void tableThatIsCutShortSaysSo() throws Exception {
        VotableReply reply = VotableReply.of(BROKEN);
        assertEquals(200, reply.table().getRowCount());
        assertEquals(List.of("OK", "ERROR"), reply.infos("QUERY_STATUS"));
        assertEquals(List.of("classifier-service is not available"), reply.infos("Error"));
    }

    @Test
    void rowsHaveWhatTheSearchSaysOfTheirSources() throws Exception {
        VotableReply reply = VotableReply.of(FULL + "&VERB=3");
        Element row = reply.all("TR").getFirst();
        List<String> cells = VotableReply.children(row, "TD").stream()
                .map(Element::getTextContent)
                .toList();
        List<String> names = reply.fieldNames();
        assertEquals(
                """
                source_id lx-0000
                name LXS J100027.9+021200
                ra 150.0
                dec 10.25
                error_major 1.2
                error_minor 0.9
                error_angle 35.0
                error_containment 0.95
                class AGN
                probability 0.93
                prob_AGN 0.93
                prob_Star 0.03
                prob_XRB 0.03
                prob_CV 0.01
                prob_Background_AGN\s
                margin 0.86
                outlier_measure 2.4
                outlier_false_alarm\s
                alternative_class Star
                alternative_without spectrum
                epochs 2
                flux 9.3E-15
                flux_error 1.063014581273465E-15
                flux_low 0.5
                flux_high 2.0
                mission Chandra
                detection_id example-1
                detection_start 2010-03-04T05:06:07Z
                known_class AGN
                p_any 0.98
                model csc2
                model_version b096fa33e063
                activation 1
                revision 2
                classified_at 2026-11-23T15:26:00Z
                catalogues gaia-dr3/0123456789ab
                """,
                IntStream.range(0, names.size())
                        .mapToObj(i -> names.get(i) + " " + cells.get(i) + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void documentSaysWhereItComesFrom() throws Exception {
        VotableReply reply = VotableReply.of(FULL);
        assertEquals(List.of("ivo://ivoa.net/std/ConeSearch"), reply.infos("standardID"));
        assertEquals(List.of("csc2/b096fa33e063"), reply.infos("active_model"));
        assertEquals(List.of("1"), reply.infos("activation"));
        assertTrue(reply.infos("server_software").getFirst().startsWith("Lynceus "));
        assertTrue(reply.infos("request").getFirst().endsWith(FULL));
        assertTrue(reply.infos("citation").getFirst().contains("10.1051/0004-6361/202141259"));
        assertEquals("ICRS", reply.only("COOSYS").getAttribute("system"));
        assertEquals(
                List.of("icrs", "icrs"),
                reply.all("FIELD").stream()
                        .map(field -> field.getAttribute("ref"))
                        .filter(ref -> !ref.isEmpty())
                        .toList());
    }

    @Test
    void binaryRowsAreTheSameAsRowsInXml() throws Exception {
        VotableReply xml = VotableReply.of(FULL + "&VERB=3");
        for (String format : List.of(
                "votable/b2",
                "application/x-votable+xml;serialization=BINARY2",
                "application/x-votable%2Bxml;%20serialization=binary2")) {
            VotableReply binary = VotableReply.of(FULL + "&VERB=3&RESPONSEFORMAT=" + format);
            assertEquals(1, binary.all("BINARY2").size());
            assertEquals(xml.fieldNames(), binary.fieldNames());
            for (long row : new long[] {0, 199, 200, RegionOfSources.NUMBER - 1}) {
                assertEquals(
                        Arrays.asList(xml.table().getRow(row)),
                        Arrays.asList(binary.table().getRow(row)));
            }
        }
    }

    @Test
    void commaSeparatedValuesHaveALineOfNames() {
        String csv = given().get(FULL + "&VERB=1&RESPONSEFORMAT=text/csv&MAXREC=2")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertEquals(
                List.of(
                        "source_id,name,ra,dec,class,probability",
                        "lx-0000,LXS J100027.9+021200,150.0,10.25,AGN,0.93",
                        "lx-0001,LXS J100027.9+021201,150.001,10.25,AGN,0.93"),
                csv.lines().toList());
    }

    @Test
    void searchIsDownloadedAsOneTable() throws Exception {
        VotableReply reply = VotableReply.of("/api/v1/sources?format=votable&mission=Chandra");
        assertEquals(RegionOfSources.NUMBER, reply.table().getRowCount());
        assertEquals(VotableReply.of(FULL + "&VERB=3").fieldNames(), reply.fieldNames());
        assertEquals(List.of("OK"), reply.infos("QUERY_STATUS"));
        assertEquals(
                List.of("OK", "OVERFLOW"),
                VotableReply.of("/api/v1/sources?format=votable/b2&limit=300").infos("QUERY_STATUS"));
        String csv = given().get("/api/v1/sources?format=csv&limit=3")
                .then()
                .statusCode(200)
                .header("Content-Disposition", is("attachment; filename=\"sources.csv\""))
                .extract()
                .asString();
        assertEquals(4, csv.lines().count());
        given().get("/api/v1/sources?format=fits")
                .then()
                .statusCode(400)
                .body("detail", is("format is 'fits', must be json, votable, votable/b2 or csv"));
        given().get("/api/v1/sources?format=csv&limit=some")
                .then()
                .statusCode(422)
                .body("detail", startsWith("limit is 'some'"));
        given().get("/api/v1/sources?format=json&limit=2")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    /// Only some clients ask for it, and a table is a tenth of its size then.
    @Test
    void tablesAreCompressedForThoseWhoAskForIt() {
        given().header("Accept-Encoding", "gzip")
                .get(FULL)
                .then()
                .statusCode(200)
                .header("Content-Encoding", is("gzip"))
                .body(containsString("lx-0449"));
    }
}
