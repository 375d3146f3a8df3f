package io.lynceus.crossmatch.config;

import io.lynceus.crossmatch.Crossmatch;
import io.lynceus.crossmatch.CurrentCrossmatch;
import io.lynceus.crossmatch.catalogue.CatalogueVersion;
import io.lynceus.crossmatch.catalogue.ReferenceCatalogue;
import io.lynceus.crossmatch.files.CatalogueFolder;
import io.lynceus.crossmatch.files.VersionDocuments;
import io.lynceus.crossmatch.surroundings.CounterpartSearch;
import io.lynceus.crossmatch.surroundings.MagnitudePrior;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// The catalogues of the configured folder: opened when the service starts, and again when another version is in use.
///
/// The service does not start with a damaged catalogue. If another version is damaged later, it is reported, and the
/// former version stays in use.
@Startup
@Singleton
class WatchedCatalogues implements CurrentCrossmatch {
    private static final Logger LOG = Logger.getLogger(WatchedCatalogues.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final CatalogueFolder folder;
    private final VersionDocuments documents;
    private final boolean magnitudePriors;
    private final CounterpartSearch search;
    private final AtomicLong nextLook = new AtomicLong();
    private volatile List<CatalogueVersion> versions;
    private volatile Crossmatch crossmatch;

    WatchedCatalogues(CrossmatchConfig config, CounterpartSearch search, MeterRegistry registry) {
        this.folder = new CatalogueFolder(config.catalogues());
        this.documents = new VersionDocuments(config.catalogues());
        this.magnitudePriors = config.counterparts().magnitudePriors();
        this.search = search;
        this.versions = folder.inUse();
        this.crossmatch = open(versions);
        this.nextLook.set(System.nanoTime() + PAUSE.toNanos());
        Gauge.builder("crossmatch_catalogue_rows", this, WatchedCatalogues::rows)
                .description("Rows of all reference catalogues in use")
                .register(registry);
    }

    private double rows() {
        return crossmatch.catalogues().stream()
                .mapToLong(catalogue -> catalogue.profile().statistics().rows())
                .sum();
    }

    @Override
    public Crossmatch now() {
        long due = nextLook.get();
        long time = System.nanoTime();
        if (time - due >= 0 && nextLook.compareAndSet(due, time + PAUSE.toNanos())) {
            look();
        }
        return crossmatch;
    }

    private void look() {
        try {
            List<CatalogueVersion> found = folder.inUse();
            if (!found.equals(versions)) {
                crossmatch = open(found);
                versions = found;
            }
        } catch (UncheckedIOException e) {
            LOG.errorf("catalogues stay as they are: %s", e.getMessage());
        }
    }

    private Crossmatch open(List<CatalogueVersion> found) {
        List<ReferenceCatalogue> catalogues = folder.open(found);
        for (ReferenceCatalogue catalogue : catalogues) {
            LOG.infof(
                    "catalogue %s version %s: %d rows",
                    catalogue.version().name(),
                    catalogue.version().version(),
                    catalogue.profile().statistics().rows());
        }
        Map<CatalogueVersion, MagnitudePrior> priors = new HashMap<>();
        if (magnitudePriors) {
            found.forEach(version -> documents.magnitudePrior(version).ifPresent(prior -> priors.put(version, prior)));
        }
        return new Crossmatch(catalogues, search, priors);
    }
}
