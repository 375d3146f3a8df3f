package io.lynceus.gateway.vo.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lynceus.gateway.peers.PeersResource;
import io.lynceus.gateway.peers.RegionOfSources;
import io.lynceus.testing.EngineResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The cone search as pyvo and astropy find it; skipped where Debian's python3-pyvo is not there.
@QuarkusTest
@QuarkusTestResource(EngineResource.class)
@QuarkusTestResource(PeersResource.class)
class PyvoIT {
    private static final String PYTHON = "/usr/bin/python3";

    private record Run(int exit, String said) {
        static Run of(String... arguments) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(Stream.concat(Stream.of(PYTHON), Stream.of(arguments))
                            .toList())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), said);
        }
    }

    private static boolean pyvoIsThere() throws InterruptedException {
        try {
            return Run.of("-c", "import pyvo").exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void pyvoAndAstropyReadTheTableWithItsUnitsUcdsErrorsAndCapabilities() throws Exception {
        assumeTrue(pyvoIsThere(), "python3-pyvo is missing: apt-get install python3-pyvo");
        Run run = Run.of(
                "src/test/reference/cone_search.py",
                RestAssured.baseURI + ":" + RestAssured.port + "/scs",
                "150.1",
                Integer.toString(RegionOfSources.FULL_DEG),
                "1",
                Integer.toString(RegionOfSources.NUMBER));
        assertEquals(0, run.exit(), run.said());
        assertTrue(run.said().contains(RegionOfSources.NUMBER + " rows, every unit and UCD known"), run.said());
    }
}
