package io.lynceus.gateway.vo.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// VOSI 1.1, section 2 (capabilities) and 5 (availability), where clients look for it.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class VosiIT {
    private static final String CONE = "**.find { it.@standardID == 'ivo://ivoa.net/std/ConeSearch' }";

    @ParameterizedTest
    @ValueSource(strings = {"/availability", "/scs/availability"})
    void availabilityTellsSinceWhen(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/xml")
                .body("availability.available", is("true"))
                .body("availability.upSince", matchesRegex("\\d{4}-\\d\\d-\\d\\dT.*Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/capabilities", "/scs/capabilities"})
    void capabilitiesTellOfTheConeSearchAndItsLimits(String path) {
        String address = RestAssured.baseURI + ":" + RestAssured.port + "/scs";
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/xml")
                .body(
                        "capabilities.capability.@standardID",
                        contains(
                                "ivo://ivoa.net/std/VOSI#capabilities",
                                "ivo://ivoa.net/std/VOSI#availability",
                                "ivo://ivoa.net/std/ConeSearch"))
                .body("capabilities.capability[0].interface.accessURL", is(address + "/capabilities"))
                .body("capabilities.capability[1].interface.accessURL", is(address + "/availability"))
                .body(CONE + ".interface.accessURL", is(address + "?"))
                .body(CONE + ".interface.@role", is("std"))
                .body(CONE + ".maxSR", is("180.0"))
                .body(CONE + ".maxRecords", is("100000"))
                .body(CONE + ".verbosity", is("true"))
                .body(CONE + ".interface.param.findAll { it.@use == 'required' }.name", contains("RA", "DEC", "SR"));
    }

    /// SimpleDALRegExt 1.1, section 3.1: the test query has at least one row.
    @Test
    void testQueryFindsASource() throws Exception {
        var query = given().get("/scs/capabilities").xmlPath();
        String testQuery = CONE + ".testQuery.";
        assertEquals(
                1,
                VotableReply.of("/scs?RA=%s&DEC=%s&SR=%s&VERB=%s&%s"
                                .formatted(
                                        query.getString(testQuery + "ra"),
                                        query.getString(testQuery + "dec"),
                                        query.getString(testQuery + "sr"),
                                        query.getString(testQuery + "verb"),
                                        query.getString(testQuery + "extras")))
                        .table()
                        .getRowCount());
    }
}
