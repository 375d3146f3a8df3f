package io.lynceus.sky;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/// Positions everywhere, and often where formulas break: poles, the right ascension wrap, borders of HEALPix base
/// cells.
class SkyDomain extends DomainContextBase {
    private static final double BELT_EDGE_DEG = Math.toDegrees(Math.asin(2.0 / 3));

    @Provide
    Arbitrary<SkyPosition> positions() {
        Arbitrary<Double> ra = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, true, 360, false).ofScale(12),
                Arbitraries.of(0.0, 1e-10, 45.0, 90.0, 180.0, 270.0, 315.0, 359.9999999999, Math.nextDown(360.0)));
        Arbitrary<Double> dec = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1, 1).ofScale(12).map(z -> Math.toDegrees(Math.asin(z))),
                Arbitraries.of(-90.0, Math.nextUp(-90.0), -89.9999999, -0.0, 1e-9, 89.9999999, 90.0),
                Arbitraries.of(
                        BELT_EDGE_DEG, -BELT_EDGE_DEG, Math.nextUp(BELT_EDGE_DEG), Math.nextDown(BELT_EDGE_DEG)));
        return Combinators.combine(ra, dec).as(SkyPosition::new);
    }
}
