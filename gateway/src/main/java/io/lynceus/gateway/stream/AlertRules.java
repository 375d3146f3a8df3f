package io.lynceus.gateway.stream;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The conditions under which a classification is an alert.
///
/// @param outlierShare an outlier is as unusual as at most this share of held-out sources of its class, in (0, 1]
/// @param variableDex the significant long-term ratio of a strongly variable source [dex], > 0
/// @param ulxLogLuminosity log10 of the luminosity of a ULX candidate [erg/s]; 39 by custom (Kaaret, Feng & Roberts
///     2017, ARA&A 55, 303, doi:10.1146/annurev-astro-091916-055259)
/// @param tdePhotonIndex least photon index of a TDE candidate
public record AlertRules(double outlierShare, double variableDex, double ulxLogLuminosity, double tdePhotonIndex) {
    /// Distance up to which a position counts as nuclear [arcsec]: catalogues of galaxies locate nuclei no better.
    private static final double NUCLEUS_ARCSEC = 3;

    public AlertRules {
        if (!(outlierShare > 0 && outlierShare <= 1)) {
            throw new IllegalArgumentException("outlier share is " + outlierShare + ", must lie in (0, 1]");
        }
        if (!(variableDex > 0)) {
            throw new IllegalArgumentException("long-term ratio is " + variableDex + " dex, must be > 0");
        }
    }

    /// The facts about a source that decide on alerts. An unknown fact raises no alert.
    ///
    /// @param outlierFalseAlarm share of held-out sources of the class that are at least as unusual
    /// @param longTermRatio significant long-term ratio [dex]
    /// @param logLuminosity log10 [erg/s]
    /// @param identifiedClass the class in catalogues
    public record Facts(
            OptionalDouble outlierFalseAlarm,
            OptionalDouble longTermRatio,
            OptionalDouble logLuminosity,
            OptionalDouble photonIndex,
            Optional<InGalaxy> host,
            Optional<String> identifiedClass) {}

    /// Where in a galaxy a source lies.
    ///
    /// @param separationArcsec from the nucleus
    /// @param threeSigmaArcsec 3 σ of the source's position
    public record InGalaxy(double separationArcsec, double threeSigmaArcsec) {
        boolean isNuclear() {
            return separationArcsec <= Math.max(threeSigmaArcsec, NUCLEUS_ARCSEC);
        }
    }

    public Set<Alert> of(Facts facts) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        boolean variable = isAtLeast(facts.longTermRatio(), variableDex);
        if (facts.outlierFalseAlarm().isPresent() && facts.outlierFalseAlarm().getAsDouble() <= outlierShare) {
            alerts.add(Alert.OUTLIER);
        }
        if (variable) {
            alerts.add(Alert.VARIABLE);
        }
        facts.host().ifPresent(host -> {
            boolean unknown = facts.identifiedClass()
                    .filter(known -> !known.equals("XRB"))
                    .isEmpty();
            if (!host.isNuclear() && unknown && isAtLeast(facts.logLuminosity(), ulxLogLuminosity)) {
                alerts.add(Alert.ULX);
            }
            if (host.isNuclear() && variable && isAtLeast(facts.photonIndex(), tdePhotonIndex)) {
                alerts.add(Alert.TDE);
            }
        });
        return alerts;
    }

    private static boolean isAtLeast(OptionalDouble value, double least) {
        return value.isPresent() && value.getAsDouble() >= least;
    }
}
