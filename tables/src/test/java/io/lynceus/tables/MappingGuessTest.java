package io.lynceus.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lynceus.tables.Table.Column;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingGuessTest {
    private static Column column(String name, String unit, String ucd, String description) {
        return new Column(name, unit, ucd, description, Double.class);
    }

    @Test
    void columnsAreToldByTheirUcdsBeforeTheirNamesAndByTheirUnits() {
        MappingGuess guess = MappingGuess.of(List.of(
                column("RA", "deg", "", "of the optical counterpart"),
                column("x_ra", "deg", "pos.eq.ra;meta.main", ""),
                column("DEJ2000", "deg", "", ""),
                column("Source_Name", "", "", ""),
                column("pos_err", "deg", "", ""),
                column("Fsoft", "mW/m2", "phot.flux", "Flux in 0.5-2.0 keV"),
                column("e_Fsoft", "mW/m2", "stat.error;phot.flux", "error of the flux in 0.5-2.0 keV"),
                column("Fhard", "W.m-2", "phot.flux", "Flux (2 - 10 keV)"),
                column("Fopt", "erg/cm2/s", "phot.flux", "optical")));
        assertEquals(
                Map.of("ra_deg", "x_ra", "dec_deg", "DEJ2000", "id", "Source_Name", "error_major_arcsec", "pos_err"),
                guess.columns());
        assertEquals(Map.of("pos_err", 3600.0, "Fhard", 1000.0), guess.factors());
        assertEquals(List.of("Fsoft", "Fhard"), List.copyOf(guess.bands().keySet()));
        assertEquals("e_Fsoft", guess.bands().get("Fsoft").fluxErrorCgs());
        assertEquals(10, guess.bands().get("Fhard").highKev());
        assertEquals(List.of("mission"), guess.missing());
    }

    @Test
    void whatNothingSaysIsLeftToAsk() {
        MappingGuess guess = MappingGuess.of(List.of(Column.untyped("ra"), Column.untyped("flux")));
        assertEquals(List.of("id", "mission", "dec_deg", "error_major_arcsec", "bands"), guess.missing());
        assertTrue(guess.bands().isEmpty());
    }
}
