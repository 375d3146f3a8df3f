package io.lynceus.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A detection with its X-ray source, the known sources at its place, and its counterparts at other wavelengths.
///
/// @param detection the [Detection] as received, byte for byte
/// @param identifiedClass the class of the known sources here where they agree on exactly one, else `null`
/// @param identificationConflict whether known sources of more than one class lie here
/// @param pAny probability that some entry of some counterpart catalogue is the counterpart, `null` where not judged
/// @param associations the most probable sets of entries that are one object with the detection, most probable first
/// @param catalogues the versions of the reference catalogues that were searched
@JsonNaming(SnakeCaseStrategy.class)
public record EnhancedDetection(
        @JsonProperty("$schema") String schema,
        RawJson detection,
        SourceAssociation source,
        List<Identification> identifications,
        @Nullable String identifiedClass,
        boolean identificationConflict,
        @Nullable HostGalaxy hostGalaxy,
        List<Counterpart> counterparts,

        @JsonProperty("p_any") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Double pAny,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Association> associations,
        List<SearchedCatalogue> catalogues) {

    /// Which X-ray source a detection belongs to.
    ///
    /// @param id the source's stable id, derived from its first detection
    /// @param name the source's name for people, from its position
    /// @param position the source's position and error when this detection was associated
    /// @param separationArcsec from the detection to the source as it was before, `null` for a new source
    /// @param posterior probability that the detection is this source, `null` for a new source
    /// @param candidateSourceIds sources that qualified alike, when the association is ambiguous
    /// @param revision of this detection's association, from 2; `null` for the first. The larger one counts
    /// @param change the cause of the revision, `null` for the first
    @JsonNaming(SnakeCaseStrategy.class)
    public record SourceAssociation(
            String id,
            String name,
            Outcome association,
            Detection.Position position,
            @Nullable Double separationArcsec,
            @Nullable @JsonProperty("log10_bayes_factor") Double log10BayesFactor,
            @Nullable Double posterior,
            List<String> candidateSourceIds,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer revision,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Change change) {}

    /// Why a detection's association changed.
    ///
    /// @param fromSourceId the source it belonged to before
    /// @param becauseOf id of the new detection that caused the change
    /// @param departed detections that have left this source at the same time
    @JsonNaming(SnakeCaseStrategy.class)
    public record Change(
            ChangeKind kind,
            String fromSourceId,
            String becauseOf,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Departure> departed) {
        public Change {
            departed = departed == null ? List.of() : List.copyOf(departed);
        }
    }

    /// A detection that has left a source.
    ///
    /// @param revision of its association from then on
    @JsonNaming(SnakeCaseStrategy.class)
    public record Departure(String detectionId, int revision) {}

    /// The kind of change of a detection's association.
    public enum ChangeKind {
        /// Its former source ended: all its detections belong to other sources.
        @JsonProperty("merged")
        MERGED,
        /// It belongs to another source; the former one remains.
        @JsonProperty("moved")
        MOVED,
        /// It has a source of its own; the former one remains.
        @JsonProperty("split")
        SPLIT,
        /// Its source was doubtful and no longer is.
        @JsonProperty("settled")
        SETTLED,
        /// It stays; others have left its source.
        @JsonProperty("left_behind")
        LEFT_BEHIND
    }

    /// How a detection came to its source.
    public enum Outcome {
        @JsonProperty("new")
        NEW,
        @JsonProperty("joined")
        JOINED,
        @JsonProperty("ambiguous")
        AMBIGUOUS
    }

    /// A known source of a class catalogue at this place.
    ///
    /// @param type the catalogue's own, finer type
    /// @param separationSigma Mahalanobis distance under the combined error
    @JsonNaming(SnakeCaseStrategy.class)
    public record Identification(
            String catalogue,
            String id,
            @JsonProperty("class") String sourceClass,
            @Nullable String type,
            double separationArcsec,
            double separationSigma) {}

    /// The galaxy whose ellipse holds the detection.
    ///
    /// @param galactocentricRadius separation in units of the D25 ellipse's radius at that position angle
    /// @param distanceMpc redshift-independent distance [Mpc]
    @JsonNaming(SnakeCaseStrategy.class)
    public record HostGalaxy(
            String catalogue,
            String id,
            double separationArcsec,
            double galactocentricRadius,
            @Nullable Double redshift,
            @Nullable Double distanceMpc) {}

    /// A catalogue entry proposed as the same object.
    ///
    /// @param precedence order among catalogues that measured one band; the lowest wins
    /// @param epochYear Julian epoch of the catalogue's position
    /// @param separationArcsec at the detection's epoch, proper motion applied
    /// @param separationSigma Mahalanobis distance under the combined error
    /// @param pAny probability that this catalogue holds the counterpart at all
    /// @param pI probability of this entry, given that the catalogue holds the counterpart
    /// @param best whether this is the catalogue's most probable entry
    /// @param matchFlag 1 for a member of the most probable association, 2 of one nearly as probable, else 0
    /// @param log10Odds of this entry being the counterpart over the detection having none
    /// @param terms by name, whose sum that is: why this entry, or why not
    /// @param magnitudes by band, in the catalogue's system
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Counterpart(
            String catalogue,
            String id,
            String wavelength,
            int precedence,
            double raDeg,
            double decDeg,
            @Nullable Double epochYear,
            double separationArcsec,
            double separationSigma,
            @JsonProperty("log10_bayes_factor") double log10BayesFactor,
            @JsonProperty("p_any") double pAny,
            @JsonProperty("p_i") double pI,
            boolean best,
            @Nullable Integer matchFlag,
            @Nullable @JsonProperty("log10_odds") Double log10Odds,
            @Nullable Map<String, Double> terms,
            Map<String, Double> magnitudes,
            @Nullable Double parallaxMas,
            @Nullable Double parallaxErrorMas,
            @Nullable Double pmraMasyr,
            @Nullable Double pmraErrorMasyr,
            @Nullable Double pmdecMasyr,
            @Nullable Double pmdecErrorMasyr) {}

    /// Entries of several catalogues, at most one of each, taken to be one object with the detection.
    ///
    /// @param log10BayesFactor of all positions being one object
    /// @param distPost probability over no association, from positions alone
    /// @param pSingle the same with magnitudes
    /// @param pI probability among all associations, given that there is a counterpart
    /// @param matchFlag 1 for the most probable, 2 for one nearly as probable
    @JsonNaming(SnakeCaseStrategy.class)
    public record Association(
            List<Member> members,
            @JsonProperty("log10_bayes_factor") double log10BayesFactor,
            double distPost,
            @JsonProperty("p_single") double pSingle,
            @JsonProperty("p_i") double pI,
            int matchFlag) {
        /// An entry that takes part.
        public record Member(String catalogue, String id) {}
    }

    /// A version of a reference catalogue that was searched.
    ///
    /// @param measures quantities that the catalogue would measure for an object here: magnitude bands, `parallax`,
    ///     `proper_motion`, `host_galaxy`; empty outside its coverage, `null` if unknown
    @JsonNaming(SnakeCaseStrategy.class)
    public record SearchedCatalogue(
            String name, String version, @Nullable List<String> measures) {}
}
