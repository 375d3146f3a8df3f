package io.lynceus.classifier;

/// Featured detections as JSON text, for tests of the adapters.
public record FeaturedExample(String detectionId, String sourceId, String mission, long revision, double hardness) {
    public static final double RA_DEG = 150.1163;
    public static final double DEC_DEG = 2.2058;

    public static FeaturedExample of(String detectionId, String sourceId) {
        return new FeaturedExample(detectionId, sourceId, "Chandra", 1, 0.12);
    }

    public FeaturedExample ofMission(String other) {
        return new FeaturedExample(detectionId, sourceId, other, revision, hardness);
    }

    public FeaturedExample atRevision(long other) {
        return new FeaturedExample(detectionId, sourceId, mission, other, hardness);
    }

    public FeaturedExample withHardness(double other) {
        return new FeaturedExample(detectionId, sourceId, mission, revision, other);
    }

    public String json() {
        return """
                {"$schema": "https://lynceus.io/schemas/v1/featured-detection.json",
                 "enhanced": {"$schema": "https://lynceus.io/schemas/v1/enhanced-detection.json",
                  "detection": {"$schema": "https://lynceus.io/schemas/v1/detection.json", "id": "%s", "mission": "%s",
                   "position": {"ra_deg": %s, "dec_deg": %s, "error_major_arcsec": 1.2},
                   "bands": [{"name": "soft", "low_kev": 0.5, "high_kev": 1.2, "flux_cgs": 4.10e-15}]},
                  "source": {"id": "%s", "name": "LXS %5$s", "association": "new",
                   "position": {"ra_deg": %3$s, "dec_deg": %4$s, "error_major_arcsec": 1.2},
                   "separation_arcsec": null, "log10_bayes_factor": null, "posterior": null,
                   "candidate_source_ids": []},
                  "identifications": [], "identified_class": null, "identification_conflict": false,
                  "host_galaxy": null, "counterparts": [], "catalogues": []},
                 "revision": %d, "epoch_count": 1,
                 "features": {"hardness_ratio_2": {"value": %s, "error": 0.11, "unit": ""},
                              "galactic_latitude": {"value": 42.1, "error": null, "unit": "deg"},
                              "photon_index": {"value": null, "error": null, "unit": ""}}}""".formatted(detectionId, mission, RA_DEG, DEC_DEG, sourceId, revision, hardness);
    }
}
