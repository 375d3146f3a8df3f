package io.lynceus.gateway.surveys.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.gateway.peers.Peer;
import io.lynceus.gateway.peers.Peers;
import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.table.Tables;
import uk.ac.starlink.util.ByteArrayDataSource;

@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class SurveyIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OURS = "/api/v1/surveys/";

    /// Its mapping is shipped.
    private static final String CSC_HEADER =
            "name,ra,dec,err95,snr,flux_soft,e_flux_soft,flux_medium,e_flux_medium,flux_hard,e_flux_hard,p_intra,p_inter,note\n";

    private static final String VOTABLE = """
            <?xml version="1.0"?>
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
            <FIELD name="Source" datatype="char" arraysize="*" ucd="meta.id;meta.main"/>
            <FIELD name="x_ra" datatype="double" unit="deg" ucd="pos.eq.ra;meta.main"/>
            <FIELD name="x_dec" datatype="double" unit="deg" ucd="pos.eq.dec;meta.main"/>
            <FIELD name="pos_err" datatype="float" unit="arcsec"/>
            <FIELD name="Mission" datatype="char" arraysize="*"/>
            <FIELD name="Flux" datatype="double" unit="mW/m2"><DESCRIPTION>Flux in 0.5-7 keV</DESCRIPTION></FIELD>
            <FIELD name="counts" datatype="int"/>
            <DATA><TABLEDATA>
            <TR><TD>a &lt;b&gt;</TD><TD>10.5</TD><TD>-20.25</TD><TD>0.8</TD><TD>Chandra</TD><TD>1.5e-14</TD><TD>12</TD></TR>
            </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
            """;

    Peers peers;

    @AfterEach
    void heal() {
        peers.all().forEach(Peer::comeBack);
    }

    private static ValidatableResponse upload(String name, byte[] file, boolean start) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .queryParam("name", name)
                .queryParam("start", start)
                .contentType("application/octet-stream")
                .body(file)
                .post("/api/v1/surveys")
                .then();
    }

    private static String uploaded(String name, String file, boolean start) {
        return upload(name, bytes(file), start).statusCode(201).extract().path("id");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String name) {
        return name + ",10.5,-20.25,0.8,5.5,1e-15,2e-16,,,3e-15,1e-15,0.9,,\n";
    }

    private static JsonPath awaited(String id, String state) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            JsonPath survey =
                    given().get(OURS + id).then().statusCode(200).extract().jsonPath();
            if (survey.getString("state").equals(state)) {
                return survey;
            }
            assertTrue(System.nanoTime() < deadline, () -> "not " + state + ": " + survey.prettify());
        }
    }

    private static StarTable table(String id, String format, String names) throws IOException {
        return Tables.randomTable(new StarTableFactory()
                .makeStarTable(new ByteArrayDataSource("results", download(id, format, names)), format));
    }

    private static byte[] download(String id, String format, String names) {
        return given().queryParam("format", format)
                .queryParam("names", names)
                .get(OURS + id + "/results")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static Object cell(StarTable table, long row, String column) throws IOException {
        for (int i = 0; i < table.getColumnCount(); i++) {
            if (table.getColumnInfo(i).getName().equals(column)) {
                return table.getCell(row, i);
            }
        }
        throw new AssertionError("no column " + column);
    }

    @Test
    void catalogueOfKnownColumnsIsClassifiedByOneUploadAndItsBadRowsAreListed() throws IOException {
        String rows = IntStream.range(0, 1_200)
                .mapToObj(i -> row(i == 700 ? "refused-by-classifier" : "s-" + i))
                .collect(Collectors.joining());
        String id = uploaded("my field.csv", CSC_HEADER + rows + "bad,10,95,0.8,5,1e-15,,,,,,,,\nshort,10\n", true);
        JsonPath survey = awaited(id, "done");
        assertEquals(1202, survey.getInt("rows"));
        assertEquals(1199, survey.getInt("classified"));
        assertEquals(Map.of("AGN", 1199), survey.getMap("classes"));
        assertEquals(3, survey.getInt("refused"));
        given().get(OURS + id + "/refusals")
                .then()
                .body("refusals.line", equalTo(List.of(702, 1202, 1203)))
                .body("refusals[0].reason", containsString("classifier refuses"))
                .body("refusals[1].reason", containsString("dec_deg"))
                .body("refusals[2].reason", containsString("missing"));
        given().queryParam("portion", 2)
                .get(OURS + id + "/rows")
                .then()
                .body("rows", hasSize(202))
                .body("rows[0].line", is(1002))
                .body("rows[0].cells[0]", is("s-1000"))
                .body("rows[0].class", is("AGN"))
                .body("next_portion", nullValue());

        StarTable csv = table(id, "csv", "lynceus");
        assertEquals(1202, csv.getRowCount());
        assertEquals("s-1199", cell(csv, 1199, "name"));
        assertEquals("AGN", cell(csv, 1199, "lx_class"));
        assertEquals("classifier refuses", cell(csv, 700, "lx_refused"));
        given().delete(OURS + id).then().statusCode(204);
        given().get(OURS + id).then().statusCode(404);
    }

    /// Column formats of a FITS table that are text: "rA" with r characters (FITS standard 4.0, table 18).
    private static final Pattern TEXT_FORMAT = Pattern.compile("TFORM\\d+ *= *'(\\d*)A");

    @Test
    void textOfWhichEveryRowIsBlankHasAWidthInFits() {
        String id = uploaded("blank.csv", CSC_HEADER + row("a") + row("b"), true);
        awaited(id, "done");
        String fits = new String(download(id, "fits", "lynceus"), StandardCharsets.ISO_8859_1);
        List<String> widths =
                TEXT_FORMAT.matcher(fits).results().map(text -> text.group(1)).toList();
        assertTrue(widths.size() >= 4, widths::toString);
        assertFalse(widths.contains("0"), widths::toString);
    }

    @Test
    void unitsAndUcdsComeBackInVotableAndFitsAndTheAuthorsNamesAreToBeHad() throws IOException {
        String id = uploaded("Field.VOT", VOTABLE, true);
        JsonPath survey = awaited(id, "done");
        assertEquals(1, survey.getInt("classified"), survey::prettify);
        for (String format : Set.of("votable", "fits")) {
            StarTable ours = table(id, format, "lynceus");
            ColumnInfo ra = ours.getColumnInfo(1);
            assertEquals("x_ra", ra.getName());
            assertEquals("deg", ra.getUnitString());
            assertEquals(10.5, cell(ours, 0, "x_ra"));
            assertEquals("a <b>", cell(ours, 0, "Source").toString().strip());
            assertEquals(12L, ((Number) cell(ours, 0, "counts")).longValue());
            assertEquals("AGN", cell(ours, 0, "lx_class").toString().strip());
            assertEquals(1, ours.getRowCount());
            StarTable authors = table(id, format, "authors");
            assertEquals(cell(ours, 0, "lx_margin"), cell(authors, 0, "ClMargin"));
            assertEquals(cell(ours, 0, "lx_prob_agn"), cell(authors, 0, "PbaC0"));
        }
        assertEquals(
                "pos.eq.ra;meta.main",
                table(id, "votable", "lynceus").getColumnInfo(1).getUCD());
    }

    @Test
    void whatCannotBeGuessedIsAskedForShownAsItReadsAndCorrected() {
        String id = uploaded("mine.tsv", "obs\talpha\tdelta\tf\nx-1\t1\t2\t3.5\n", false);
        given().get(OURS + id)
                .then()
                .body("state", is("ready"))
                .body("missing", hasItems("id", "mission", "error_major_arcsec", "bands"))
                .body("mapping.columns.ra_deg", is("alpha"))
                .body("columns.type", equalTo(List.of("text", "integer", "integer", "number")))
                .body("preview[0].detection", nullValue());
        given().post(OURS + id + "/start").then().statusCode(422).body("detail", containsString("mission"));
        String mapping = """
                {"title": "mine", "columns": {"id": "obs", "ra_deg": "alpha", "dec_deg": "delta"},
                 "defaults": {"mission": "Chandra", "error_major_arcsec": "1.5"}, "factors": {"f": 1e-14},
                 "bands": {"broad": {"low_kev": 0.5, "high_kev": 7, "flux_cgs": "%s"}}}
                """;
        given().contentType("application/json")
                .body(mapping.formatted("flux"))
                .put(OURS + id + "/mapping")
                .then()
                .statusCode(422)
                .body("detail", containsString("has no column flux"));
        given().contentType("application/json")
                .body(mapping.formatted("f"))
                .put(OURS + id + "/mapping")
                .then()
                .statusCode(200)
                .body("missing", empty())
                .body("preview[0].detection.position.error_major_arcsec", is(1.5F))
                .body("preview[0].detection.bands[0].flux_cgs", is(3.5e-14F));
        given().post(OURS + id + "/start").then().statusCode(200);
        assertEquals(1, awaited(id, "done").getInt("classified"));
        given().post(OURS + id + "/cancel").then().statusCode(409);
    }

    @Test
    void surveyWaitsWhileAServiceIsAwayAndGoesOnAfterItWasCancelled() {
        peers.classifier.goAway();
        String id = uploaded("waits.csv", CSC_HEADER + row("w-1"), true);
        given().get(OURS + id)
                .then()
                .body("state", is("running"))
                .body("done", is(0))
                .body("rows_per_s", notNullValue());
        given().contentType("application/json")
                .body("{}")
                .put(OURS + id + "/mapping")
                .then()
                .statusCode(422);
        given().post(OURS + id + "/cancel").then().statusCode(200).body("state", is("cancelled"));
        peers.classifier.comeBack();
        given().post(OURS + id + "/start").then().statusCode(200);
        assertEquals(1, awaited(id, "done").getInt("classified"));
        given().get("/api/v1/surveys").then().body("surveys.id", hasItem(id));
    }

    @Test
    void packedFileIsUnpackedOnceAndNoFurther() throws IOException {
        String id = upload("packed.csv.gz", gzip(bytes(CSC_HEADER + row("p-1"))), false)
                .statusCode(201)
                .extract()
                .path("id");
        given().get(OURS + id).then().body("rows", is(1)).body("missing", empty());
        upload("bomb.fits.gz", gzip(gzip(new byte[1 << 20])), false)
                .statusCode(422)
                .body("detail", containsString("packed by gzip"));
        upload("bomb.fits", gzip(new byte[1 << 20]), false)
                .statusCode(422)
                .body("detail", containsString("packed by gzip"));
        upload("cut.csv.gz", bytes("no gzip"), false).statusCode(422);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            new ByteArrayInputStream(content).transferTo(out);
        }
        return packed.toByteArray();
    }

    @Test
    void votableReachesNeitherFilesNorAddressesOutsideAndBlowsNothingUp() {
        String entity = "<!DOCTYPE VOTABLE [<!ENTITY leak SYSTEM \"file:///etc/passwd\">]>";
        upload("x.vot", bytes(VOTABLE.replace("<VOTABLE", entity + "<VOTABLE").replace("Chandra", "&leak;")), false)
                .statusCode(422)
                .body("detail", containsString("DOCTYPE"))
                .body("detail", not(containsString("root:")));
        StringBuilder bomb = new StringBuilder("<!DOCTYPE VOTABLE [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        upload("x.vot", bytes(VOTABLE.replace("<VOTABLE", bomb + "]><VOTABLE").replace("Chandra", "&a39;")), false)
                .statusCode(422)
                .body("detail", containsString("DOCTYPE"));
        upload(
                        "x.vot",
                        bytes(VOTABLE.replaceAll(
                                "(?s)<TABLEDATA>.*</TABLEDATA>",
                                "<BINARY><STREAM href=\"http://127.0.0.1:1/secret\"/></BINARY>")),
                        false)
                .statusCode(422)
                .body("detail", containsString("STREAM"));
        upload("x.vot", bytes("<VOTABLE>"), false).statusCode(422);
    }

    @Test
    void nameIsNoPathAndWhatIsNoTableIsRefused() {
        for (String name : Set.of("../../etc/x.csv", "a\\b.csv", "x.exe", "x", "", "x\u0000.csv")) {
            upload(name, bytes(CSC_HEADER + row("n-1")), false)
                    .statusCode(422)
                    .body("detail", containsString("name is '"));
        }
        upload("x.fits", bytes("SIMPLE  = no"), false).statusCode(422);
        upload("x.csv", bytes(CSC_HEADER), false).statusCode(422).body("detail", containsString("no rows"));
        upload("x.csv", bytes("a,a\n1,2\n"), false)
                .statusCode(422)
                .body("detail", containsString("two columns named a"));
        given().get(OURS + "nobody-has-this-one").then().statusCode(404);
    }
}
