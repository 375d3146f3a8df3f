package io.lynceus.feature.epoch;

import io.lynceus.sky.EnergyBand;
import io.lynceus.sky.SkyPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Builds the epochs of tests: a Chandra detection at the Galactic centre unless told otherwise. Not
/// thread-safe.
public final class EpochBuilder {
    private final String id;
    private String mission = "Chandra";
    private Optional<Instant> start = Optional.empty();
    private Optional<PositionError> positionError = Optional.empty();
    private final List<BandPhotometry> bands = new ArrayList<>();
    private OptionalDouble signalToNoise = OptionalDouble.empty();
    private OptionalDouble intra = OptionalDouble.empty();
    private OptionalDouble inter = OptionalDouble.empty();
    private Optional<Measurement> photonIndex = Optional.empty();
    private Optional<List<SearchedCatalogue>> searched = Optional.empty();
    private final List<Counterpart> counterparts = new ArrayList<>();
    private Optional<HostGalaxy> host = Optional.empty();

    private EpochBuilder(String id) {
        this.id = id;
    }

    public static EpochBuilder epoch(String id) {
        return new EpochBuilder(id);
    }

    public EpochBuilder mission(String name) {
        mission = name;
        return this;
    }

    public EpochBuilder start(String instant) {
        start = Optional.of(Instant.parse(instant));
        return this;
    }

    public EpochBuilder errorArcsec(double radius) {
        positionError = Optional.of(new PositionError(radius, radius, OptionalDouble.empty()));
        return this;
    }

    public EpochBuilder flux(double lowKev, double highKev, double flux, double error) {
        return band(lowKev, highKev, new Photometry.Flux(Measurement.of(flux, error)));
    }

    public EpochBuilder limit(double lowKev, double highKev, double limit) {
        return band(lowKev, highKev, new Photometry.UpperLimit(limit, 0.997));
    }

    private EpochBuilder band(double lowKev, double highKev, Photometry photometry) {
        bands.add(new BandPhotometry(lowKev + "-" + highKev, new EnergyBand(lowKev, highKev), photometry));
        return this;
    }

    public EpochBuilder signalToNoise(double ratio) {
        signalToNoise = OptionalDouble.of(ratio);
        return this;
    }

    public EpochBuilder variability(double within, double between) {
        intra = OptionalDouble.of(within);
        inter = OptionalDouble.of(between);
        return this;
    }

    public EpochBuilder photonIndex(double index) {
        photonIndex = Optional.of(Measurement.of(index, 0.1));
        return this;
    }

    public EpochBuilder searched(SearchedCatalogue... catalogues) {
        searched = Optional.of(List.of(catalogues));
        return this;
    }

    public EpochBuilder counterparts(Counterpart... entries) {
        counterparts.addAll(Arrays.asList(entries));
        return this;
    }

    public EpochBuilder host(HostGalaxy galaxy) {
        host = Optional.of(galaxy);
        return this;
    }

    public Epoch build() {
        return new Epoch(
                id,
                mission,
                "",
                start,
                new SkyPosition(266.41684, -29.00781),
                positionError,
                bands,
                signalToNoise,
                intra,
                inter,
                photonIndex,
                searched,
                counterparts,
                host);
    }
}
